import { type FormState, untouched } from './form-state.ts'

/** What a form shows that makes something to be seen once, a link or a token. The next one is a command of its own. */
export type OnceState<Made> = FormState & { made: (Made & { nextCommandId: string }) | null }

export const nothingMadeYet = { ...untouched, made: null }

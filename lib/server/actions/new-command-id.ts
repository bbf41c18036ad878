import { randomUUID } from 'node:crypto'

/** For each showing of a form: what is submitted with it twice is recorded once. */
export const newCommandId = (): string => randomUUID()

import { because, type Refusal } from '#lib/result.ts'
import { isStartedHere } from './run-request.ts'

/** Null: this run folder may be attached from the host. `listed`: what the host lists now. */
export function whyCannotTake(name: string, host: string, listed: readonly { name: string }[]): Refusal | null {
  if (isStartedHere(name))
    return because('started_here', 'This run was started here: it is evidence already, or will be.')
  if (!listed.some((held) => held.name === name))
    return because('no_such_folder', `${host} lists no run folder ${name}.`)
  return null
}

import { writeSync } from 'node:fs'

/** What a writer has promised: this event is recorded under this command, whatever happens from now on. */
export type Acknowledgement = { seq: number; command: string }

/** Says it in one system call, so that it is out of this process before anything else happens to it. */
export function acknowledge({ seq, command }: Acknowledgement): void {
  writeSync(1, `${seq} ${command}\n`)
}

/** The promises in what a writer said. A line that was cut off is none: nobody could have read it as one. */
export const acknowledgementsIn = (said: string): Acknowledgement[] =>
  [...said.matchAll(/^(\d+) (\S+)\n/gm)].map(([, seq, command = '']) => ({ seq: Number(seq), command }))

import type { Result } from '#lib/result.ts'
import { fieldsOf, type MalformedAnswer, NAME, NUMBER, shorten, WORDS } from './fields.ts'

/** What `cancel` did: `ended` when the run was over and nothing of it was left; else how many processes got TERM, how many KILL, and what outlived that. */
export type Cancelled =
  | { outcome: 'ended'; runId: string }
  | { outcome: 'cancelled'; runId: string; signalled: number; killed: number; left: string[] }

/** Reads what `cancel` printed. */
export function readCancelled(text: string): Result<Cancelled, MalformedAnswer> {
  const { one, maybe, many, finish } = fieldsOf(text, 'What the host says of the cancellation')
  const ended = maybe('ended', NAME)
  if (ended !== null) return finish({ outcome: 'ended', runId: ended.name ?? '' })
  return finish({
    outcome: 'cancelled',
    runId: one('cancelled', NAME).name ?? '',
    signalled: Number(one('signalled', NUMBER).number),
    killed: Number(one('killed', NUMBER).number),
    left: many('left', WORDS).map(({ words = '' }) => shorten(words)),
  })
}

import { printMark } from './copy-mark.ts'
import type { PhaseCopy } from './phase-copy.ts'
import { onOneLine } from './quoted-words.ts'

/** The first lines of a file: which phase, that this is a copy, and of which state of the record. */
export function printHead(
  { facts, mark, recordAt }: PhaseCopy,
  file: 'REVIEW (Adversary)' | 'STATUS (Builder)',
): string[] {
  const [name, author] = file.split(' ')
  return [
    `# ${name} — phase ${facts.phase} ${author} — ${onOneLine(facts.title)}`,
    '',
    `This is a ${printMark(mark)}. The record is at ${recordAt} and may have gone on since; this text is not state.`,
    '',
  ]
}

export function printPlan({ planPath, plan }: PhaseCopy['facts']): string[] {
  const text =
    plan === null
      ? 'Nobody recorded the text of the plan, so a change to it makes no PASS stale.'
      : `Text of the plan on record: ${onOneLine(plan.name)}, SHA-256 ${plan.sha256}, event ${plan.seq}.`
  return [text, '', ...(planPath === null ? [] : [`Phase SSOT: ${onOneLine(planPath)}`, ''])]
}

/** Never two blank lines, and one line end at the end. */
export const asFile = (lines: readonly string[]): string =>
  `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`

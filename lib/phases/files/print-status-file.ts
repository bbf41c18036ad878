import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { describeFixState, nameFix } from '#lib/fixes/describe-fix.ts'
import { FIX_ROUTE_WORD } from '#lib/fixes/words.ts'
import { satisfies } from '#lib/gates/answer.ts'
import type { PhaseCopy } from './phase-copy.ts'
import { printFindings } from './print-findings.ts'
import { printGateLine } from './print-gate-line.ts'
import { asFile, printHead, printPlan } from './print-head.ts'
import { printLog } from './print-log.ts'
import { nameOf } from './print-verdicts.ts'
import { inCell, onOneLine, quote } from './quoted-words.ts'
import { stamp } from './stamp.ts'

/** The phase as the Builder's STATUS file (DOMAIN 6). */
export function printStatusFile(copy: PhaseCopy): string {
  const lines = [
    ...printHead(copy, 'STATUS (Builder)'),
    ...printPlan(copy.facts),
    // Each a paragraph of its own: tools look for the word at the beginning of a line.
    ...copy.gates.flatMap((gate) => [printGateLine(copy, gate), '']),
    ...printClassifications(copy),
    ...printFixes(copy),
    ...printFindings(copy),
    ...printDone(copy),
    ...['## Log', '', ...printLog(copy, 'builder')],
  ]
  return asFile(lines)
}

function printClassifications({ facts: { failures, classifications } }: PhaseCopy): string[] {
  const rows = failures.map(({ failure, version, sweptAs }) => {
    const held = classifications.findLast((one) => one.failure === failure)
    const found = held
      ? [`${BEHAVIOUR_WORD[held.behaviour]}, ${PLACE_WORD[held.place]}`, held.cause, held.cites.join(', ')]
      : ['not classified', '', '']
    return [failure, version ?? '', sweptAs ?? '', ...found]
  })
  return printTable('Classification', ['Failure', 'Version', 'Swept red as', 'Classified', 'Cause', 'Evidence'], rows)
}

function printFixes({ facts: { fixes }, mark }: PhaseCopy): string[] {
  const rows = fixes.map((fix) => [
    ...[fix.failure, `${nameFix(fix)} (fix ${fix.fix})`, describeFixState(fix, new Date(mark.at))],
    ...[FIX_ROUTE_WORD[fix.route], fix.changes],
  ])
  return printTable('Fixes', ['Failure', 'Fix', 'State', 'Verified by', 'Changes'], rows)
}

function printTable(title: string, head: readonly string[], rows: readonly string[][]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), '']
}

/** The heading stands only where DONE was declared and still stands: a scaffolded one once advanced a phase with no work done (DOMAIN 2.10). */
function printDone(copy: PhaseCopy): string[] {
  const declared = copy.facts.dones.at(-1)
  if (declared === undefined) return [notDone(copy), '']
  const { at, person, seq, words, reopened, gates } = declared
  const when = `${stamp(at)} by ${nameOf(copy, person)}, event ${seq}`
  if (reopened !== null)
    return [
      `Not done: what was declared ${when}, was opened again ${stamp(reopened.at)} (event ${reopened.seq}): ${onOneLine(reopened.because)}`,
      '',
    ]
  const passes = gates.map(({ gate, revision, verdict }) => `${gate} revision ${revision} (event ${verdict})`)
  return ['## DONE', '', `Declared ${when}, on ${passes.join(', ')}.`, '', ...quote(words), '']
}

function notDone({ done }: PhaseCopy): string {
  const unmet = done.conditions
    .filter(({ answer }) => !satisfies(answer))
    .map(({ answer }) => onOneLine(answer.because))
  return unmet.length === 0 ? 'Not done: it can be declared.' : `Not done: ${unmet.join('; ')}.`
}

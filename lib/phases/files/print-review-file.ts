import type { PhaseCopy } from './phase-copy.ts'
import { printFindings } from './print-findings.ts'
import { asFile, printHead, printPlan } from './print-head.ts'
import { printLog } from './print-log.ts'
import { printOwed } from './print-owed.ts'
import { printStated } from './print-stated.ts'
import { printVerdicts } from './print-verdicts.ts'
import { onOneLine } from './quoted-words.ts'

/** The phase as the Adversary's REVIEW file (DOMAIN 6), which the importer reads; the log comes last, for it is appended to. */
export function printReviewFile(copy: PhaseCopy): string {
  const lines = [
    ...printHead(copy, 'REVIEW (Adversary)'),
    ...printPlan(copy.facts),
    ...[`Mission: ${onOneLine(copy.facts.mission)}`, ''],
    ...printGates(copy),
    ...printFailures(copy),
    ...printVerdicts(copy),
    ...printFindings(copy),
    ...printOwed(copy),
    ...printStated(copy),
    ...['## Adversary verification log', '', ...printLog(copy, 'adversary')],
  ]
  return asFile(lines)
}

function printGates({ facts: { gates, doneRule } }: PhaseCopy): string[] {
  return [
    ...['## Gates', ''],
    ...gates.map(({ gate, criteria }) => `- ${gate} — ${onOneLine(criteria)}`),
    ...(gates.length === 0 ? [] : ['']),
    ...(doneRule === null ? [] : [`DONE = ${onOneLine(doneRule)}`, '']),
  ]
}

function printFailures({ facts: { failures } }: PhaseCopy): string[] {
  if (failures.length === 0) return []
  const lines = failures.map(({ failure, recipe, version, image, sweptAs }) => {
    const what = [
      ...(version === null ? [] : [onOneLine(version)]),
      ...(image === null ? [] : [`(= ${onOneLine(image)})`]),
      ...(recipe === failure ? [] : [`(recipe ${onOneLine(recipe)})`]),
    ].join(' ')
    const hypothesis = sweptAs === null ? '' : `swept red as: “${onOneLine(sweptAs)}”`
    const said = [what, hypothesis].filter((words) => words !== '').join(' — ')
    return `- **${failure}**${said === '' ? '' : `: ${said}`}`
  })
  return ['## Failures', '', ...lines, '']
}

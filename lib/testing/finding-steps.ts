import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { FindingStanding } from '#lib/findings/words.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Step } from './record-of.ts'
import { reopened } from './reopened.ts'
import { type By, mark, theAdversary, theBuilder } from './steps.ts'

/** `F-redfix-1`, `F-redfix-2`, … in the order of the steps. */
export const foundWrong =
  (failure: string, gate = 'M1', by: By = theAdversary): Step =>
  (facts) => {
    const opened = mark(facts, by)
    const finding = {
      ...opened,
      ...{ finding: `F-redfix-${facts.findings.length + 1}`, failure, gate, revision: 1, standing: 'open' as const },
      ...{ text: 'It fails.', repro: 'Run it.', stage: null, head: null },
      openSince: opened.seq,
      moved: { ...opened, words: 'It fails.', cites: [] },
    }
    return { ...facts, findings: [...facts.findings, finding] }
  }

const moved = (
  facts: PhaseFacts,
  finding: string,
  standing: FindingStanding,
  by: By,
  said: { words: string; cites: EvidenceRef[] },
): PhaseFacts => ({
  ...facts,
  findings: facts.findings.map((held) =>
    held.finding === finding
      ? {
          ...held,
          standing,
          openSince: standing === 'open' ? facts.seq : held.openSince,
          moved: { ...mark(facts, by), ...said },
        }
      : held,
  ),
})

export const findingAddressed =
  (finding: string, by: By = theBuilder): Step =>
  (facts) =>
    moved(facts, finding, 'addressed', by, { words: 'Mended.', cites: [] })
export const findingClosed =
  (finding: string, cites: EvidenceRef[] = [], by: By = theAdversary): Step =>
  (facts) =>
    moved(facts, finding, 'closed', by, { words: 'It holds.', cites })
export const findingReopened =
  (finding: string, by: By = theAdversary): Step =>
  (facts) => {
    const after = moved(facts, finding, 'open', by, { words: 'It fails again.', cites: [] })
    return reopened(after, mark(facts, by), `${finding} was opened again`)
  }

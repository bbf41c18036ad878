import type { FindingStanding } from '#lib/findings/words.ts'
import type { FindingFacts } from '#lib/phases/phase-facts.ts'
import type { PhaseCopy } from './phase-copy.ts'
import { nameOf } from './print-verdicts.ts'
import { onOneLine, quote } from './quoted-words.ts'
import { stamp } from './stamp.ts'

const BOX = { open: '[ ]', addressed: '[~]', closed: '[x]' } as const satisfies Record<FindingStanding, string>

/** Every finding with where it stands; none yet, none printed. */
export function printFindings(copy: PhaseCopy): string[] {
  const { findings } = copy.facts
  return findings.length === 0
    ? []
    : ['## Adversary findings', '', ...findings.flatMap((finding) => printFinding(copy, finding)), '']
}

function printFinding(copy: PhaseCopy, finding: FindingFacts): string[] {
  const { finding: id, failure, gate, revision, standing, stage, head, moved, at, person, text, repro } = finding
  const where = [stage && `at ${onOneLine(stage)}`, head && `head ${onOneLine(head)}`].filter(Boolean).join(', ')
  const opened = `opened ${stamp(at)} by ${nameOf(copy, person)}, event ${finding.seq}`
  const cites = moved.cites.length === 0 ? '' : `, on ${moved.cites.join(', ')}`
  return [
    `- ${BOX[standing]} **${id}** ${failure}, ${gate} revision ${revision}: ${standing}${where === '' ? '' : `; ${where}`} (${opened})`,
    ...quote(text, '  '),
    ...(repro.trim() === '' ? [] : ['  - to see it fail:', ...quote(repro, '    ')]),
    ...(moved.seq === finding.seq
      ? []
      : [
          `  - ${standing} ${stamp(moved.at)} by ${nameOf(copy, moved.person)}, event ${moved.seq}${cites}`,
          ...quote(moved.words, '    '),
        ]),
  ]
}

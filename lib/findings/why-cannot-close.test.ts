import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import type { FindingFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { aSupervision } from '#lib/testing/a-supervised-run.ts'
import { findingAddressed, findingClosed, findingReopened, foundWrong } from '#lib/testing/finding-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { anotherAdversary, leftOut, observation, reading, run, theAdversary } from '#lib/testing/steps.ts'
import { whyCannotClose, whyNotClosedByThis } from './why-cannot-close.ts'

const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
const alan: Actor = { person: 'alan', name: 'Alan', role: 'adversary' }

function findingAfter(steps: Step[]): { facts: PhaseFacts; finding: FindingFacts } {
  const facts = recordOf(...steps)
  const [finding] = facts.findings
  if (!finding) throw new Error('Nothing was found.')
  return { facts, finding }
}

const found = foundWrong('mumble')
const JUDGES = true

describe('who may close a finding', () => {
  test.each<[string, Step[], Actor, boolean]>([
    ['the Adversary who opened it', [found], ada, JUDGES],
    ['once it is addressed', [found, findingAddressed('F-redfix-1')], ada, JUDGES],
    ['once it was opened again', [found, findingClosed('F-redfix-1'), findingReopened('F-redfix-1')], ada, JUDGES],
    [
      'again, when what it was closed on was left out',
      [found, run('mumble', {}, theAdversary), findingClosed('F-redfix-1', ['#1']), leftOut('#1')],
      ada,
      JUDGES,
    ],
    ['another Adversary, when the one who opened it judges here no more', [found], alan, !JUDGES],
  ])('%s', (_, steps, actor, openerJudges) => {
    const { facts, finding } = findingAfter(steps)
    expect(whyCannotClose(facts, finding, actor, openerJudges)).toBeNull()
  })
})

describe('closing a finding is refused', () => {
  test.each<[string, Step[], Actor, boolean, string, string]>([
    [
      'to another Adversary, while the one who opened it judges here',
      [found],
      alan,
      JUDGES,
      'not_your_finding',
      'ada opened F-redfix-1 and closes it; another Adversary does only when ada judges here no more.',
    ],
    [
      'twice',
      [found, findingClosed('F-redfix-1')],
      ada,
      JUDGES,
      'closed_already',
      'F-redfix-1 is closed already (event 3).',
    ],
    [
      'also to somebody else whose finding it is not',
      [found, findingClosed('F-redfix-1')],
      alan,
      JUDGES,
      'not_your_finding',
      'ada opened F-redfix-1',
    ],
    ...(['builder', 'operator', 'stakeholder', null] as const).map(
      (role): [string, Step[], Actor, boolean, string, string] => [
        `to who is ${role} here`,
        [found],
        { ...ada, role },
        JUDGES,
        'not_permitted',
        'Only the Adversary may do this',
      ],
    ),
  ])('%s', (_, steps, actor, openerJudges, reason, part) => {
    const { facts, finding } = findingAfter(steps)
    const refusal = whyCannotClose(facts, finding, actor, openerJudges)
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.sentence).toContain(part)
  })
})

const own = run('mumble', {}, theAdversary)
describe('a finding is closed with evidence of the closing person’s own from after it was opened', () => {
  const closes = (steps: Step[], cites: string[], actor = ada) => {
    const { facts, finding } = findingAfter(steps)
    return whyNotClosedByThis(facts, finding, actor, cites)?.reason ?? 'closes it'
  }
  const startedAt = (begunSeq: number) => run('mumble', { supervised: aSupervision({ begunSeq }) }, theAdversary)
  test.each<[string, Step[], string[], string]>([
    ['a run', [found, own], ['#1'], 'closes it'],
    ['an observation', [found, observation('mumble', theAdversary)], ['obs-1'], 'closes it'],
    ['a reading of code', [found, reading('mumble', theAdversary)], ['code-1'], 'closes it'],
    ['one own piece among others', [run('mumble'), found, own], ['#1', '#2'], 'closes it'],
    [
      'also where the Builder addressed it after that',
      [found, own, findingAddressed('F-redfix-1')],
      ['#1'],
      'closes it',
    ],
    ['nothing', [found, own], [], 'no_own_evidence'],
    ['what is not cited', [found, own, own], ['#3'], 'no_own_evidence'],
    ['what came before the finding', [own, found], ['#1'], 'no_own_evidence'],
    ['what Gatehouse started before it and ended after it', [found, startedAt(1)], ['#1'], 'no_own_evidence'],
    ['what Gatehouse started after it', [found, startedAt(3)], ['#1'], 'closes it'],
    ['the Builder’s', [found, run('mumble')], ['#1'], 'no_own_evidence'],
    ['another Adversary’s', [found, run('mumble', {}, anotherAdversary)], ['#1'], 'no_own_evidence'],
    ['what was left out', [found, own, leftOut('#1')], ['#1'], 'no_own_evidence'],
    [
      'what closed it before it was opened again',
      [found, own, findingClosed('F-redfix-1', ['#1']), findingReopened('F-redfix-1')],
      ['#1'],
      'no_own_evidence',
    ],
    [
      'what closed it before, also where it was opened again and addressed',
      [found, own, findingClosed('F-redfix-1', ['#1']), findingReopened('F-redfix-1'), findingAddressed('F-redfix-1')],
      ['#1'],
      'no_own_evidence',
    ],
    [
      'what came after it was opened again',
      [found, findingClosed('F-redfix-1'), findingReopened('F-redfix-1'), own],
      ['#1'],
      'closes it',
    ],
  ])('%s', (_, steps, cites, outcome) => {
    expect(closes(steps, cites)).toBe(outcome)
  })

  test('and the refusal says what to cite, beside the field', () => {
    const { facts, finding } = findingAfter([found])
    expect(whyNotClosedByThis(facts, finding, ada, [])).toMatchObject({
      sentence:
        'F-redfix-1 is closed with evidence: cite a run, an observation or a reading of your own from after it was opened.',
      field: 'cites',
    })
  })
})

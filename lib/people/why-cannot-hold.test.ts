import { expect, test } from 'vitest'
import { type HoldingFacts, type RoleIn, whyCannotHold } from './why-cannot-hold.ts'

const nothing = { name: 'Ada', held: [], actedAs: [] } satisfies HoldingFacts
const builder = (phase: string | null): RoleIn => ({ role: 'builder', phase })
const adversary = (phase: string | null): RoleIn => ({ role: 'adversary', phase })

test.each<[string, Partial<HoldingFacts>, RoleIn]>([
  ['a first role', {}, builder('redfix')],
  ['Builder in one phase and Adversary in another', { held: [builder('redfix')] }, adversary('canon')],
  ['Stakeholder beside Builder', { held: [builder('redfix')] }, { role: 'stakeholder', phase: 'redfix' }],
  ['Operator beside Builder', { held: [builder(null)] }, { role: 'operator', phase: null }],
  ['the same role in a second phase', { held: [adversary('redfix')] }, adversary('canon')],
  ['Adversary where they acted in another phase', { actedAs: [builder('canon')] }, adversary('redfix')],
])('lets a person hold %s', (_, facts, wanted) => {
  expect(whyCannotHold({ ...nothing, ...facts }, wanted)).toBeNull()
})

test.each<[string, Partial<HoldingFacts>, RoleIn, string]>([
  ['what they hold', { held: [builder('redfix')] }, builder('redfix'), 'Ada is Builder in redfix already.'],
  [
    'Adversary where they are Builder',
    { held: [builder('redfix')] },
    adversary('redfix'),
    'Ada is Builder in redfix, and nobody is Builder and Adversary in one phase.',
  ],
  [
    'Builder where they are Adversary',
    { held: [adversary('redfix')] },
    builder('redfix'),
    'Ada is Adversary in redfix, and nobody is Builder and Adversary in one phase.',
  ],
  [
    'Adversary in a phase when they are Builder in every phase',
    { held: [builder(null)] },
    adversary('redfix'),
    'Ada is Builder in every phase, and nobody is Builder and Adversary in one phase.',
  ],
  [
    'Adversary in every phase when they are Builder in one',
    { held: [builder('redfix')] },
    adversary(null),
    'Ada is Builder in redfix, and nobody is Builder and Adversary in one phase.',
  ],
  [
    'Adversary where they once acted as Builder',
    { actedAs: [builder('redfix')] },
    adversary('redfix'),
    'Ada has acted as Builder in redfix, and nobody is Builder and Adversary in one phase.',
  ],
  [
    'Adversary in every phase when they once acted as Builder in one',
    { actedAs: [builder('redfix')] },
    adversary(null),
    'Ada has acted as Builder in redfix, and nobody is Builder and Adversary in one phase.',
  ],
])('refuses %s', (_, facts, wanted, sentence) => {
  expect(whyCannotHold({ ...nothing, ...facts }, wanted)?.sentence).toBe(sentence)
})

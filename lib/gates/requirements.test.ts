import { describe, expect, test } from 'vitest'
import { DefineGateInput } from '#lib/phases/inputs.ts'
import { inRequirementOrder, type RequirementId, readsCause, readsFix, USUAL_REQUIREMENTS } from './requirements.ts'

describe('what a gate reads, and so what a ruling on it judges', () => {
  test.each<[string, readonly RequirementId[], boolean, boolean]>([
    ['the usual gate about causes', USUAL_REQUIREMENTS.cause, true, false],
    ['the usual gate about fixes', USUAL_REQUIREMENTS.fix, false, true],
    ['one that asks for both', ['cited', 'promotes'], true, true],
    ['one that asks only that nothing is open', ['nothing-owed', 'no-finding', 'own-check', 'ruled'], false, false],
  ])('%s', (_, requirements, cause, fix) => {
    expect([readsCause(requirements), readsFix(requirements)]).toEqual([cause, fix])
  })
})

test('requirements are listed in one order, each once', () => {
  expect(inRequirementOrder(['ruled', 'cited', 'classified', 'cited'])).toEqual(['classified', 'cited', 'ruled'])
})

describe('a gate is defined by form', () => {
  const defined = (requirements: unknown) =>
    DefineGateInput.safeParse({ phase: 'redfix', gate: 'M2(c)', criteria: 'All are green.', requirements })

  test('and always asks for an own check and a ruling', () => {
    expect(defined(['promotes', 'fix-attached']).data?.requirements).toEqual([
      'fix-attached',
      'promotes',
      'own-check',
      'ruled',
    ])
  })
  test.each<[string, unknown, string]>([
    ['that asks for nothing', [], 'Choose what the gate asks: with nothing asked, anything passes.'],
    [
      'that asks only what each gate does',
      ['own-check', 'ruled'],
      'Choose what the gate asks: with nothing asked, anything passes.',
    ],
    ['that asks for what there is not', ['approved'], 'There is no such requirement.'],
  ])('not one %s', (_, requirements, message) => {
    expect(defined(requirements).error?.issues.map((issue) => issue.message)).toEqual([message])
  })
  test.each([['M1'], ['U0'], ['WC1.1'], ['M2(c)']])('called %s', (gate) => {
    expect(
      DefineGateInput.safeParse({ phase: 'redfix', gate, criteria: 'All.', requirements: ['cited'] }).success,
    ).toBe(true)
  })
})

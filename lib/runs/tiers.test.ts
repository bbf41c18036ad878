import { describe, expect, test } from 'vitest'
import { decidingTiers, inTierOrder, type Tier, type TierStatus, worstTier } from './tiers.ts'

const tier = (name: string, status: TierStatus): Tier => ({ name, status, tests: [] })

describe('tiers', () => {
  test('stand in the order of the harness, lint first, unknown ones last as they came', () => {
    const names = inTierOrder(['sso', 'custom', 'backup', 'canary', 'lint', 'install'].map((name) => ({ name })))
    expect(names.map((t) => t.name)).toEqual(['lint', 'install', 'backup', 'custom', 'sso', 'canary'])
  })

  test.each<[TierStatus[], TierStatus | undefined]>([
    [[], undefined],
    [['pass', 'pass'], 'pass'],
    [['pass', 'skip'], 'skip'],
    [['skip', 'unver'], 'unver'],
    [['unver', 'fail', 'pass'], 'fail'],
  ])('of %j the worst is %s', (statuses, worst) => {
    expect(worstTier(statuses.map((status) => tier('t', status)))?.status).toBe(worst)
  })

  test('of two that are equally bad the first is named', () => {
    expect(worstTier([tier('upgrade', 'fail'), tier('restore', 'fail')])?.name).toBe('upgrade')
  })

  test('lint does not decide', () => {
    expect(decidingTiers([tier('lint', 'fail'), tier('install', 'pass')]).map((t) => t.name)).toEqual(['install'])
  })
})

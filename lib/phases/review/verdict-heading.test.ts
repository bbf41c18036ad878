import { expect, test } from 'vitest'
import { readVerdictHeading } from './verdict-heading.ts'

test.each([
  ['M1 — all six investigated: **PASS** @ 2026-06-18T01:18Z', ['M1'], 'pass', 'PASS', '2026-06-18T01:18:00Z'],
  ['M0 — Foundations: PASS @2026-05-26T21:35Z', ['M0'], 'pass', 'PASS', '2026-05-26T21:35:00Z'],
  ['M2: PASS @2026-06-17T05:04Z', ['M2'], 'pass', 'PASS', '2026-06-17T05:04:00Z'],
  ['M2(c) FAIL', ['M2(c)'], 'fail', 'FAIL', null],
  ['DoD-1: nothing merged while it runs — PASS', ['DoD-1'], 'pass', 'PASS', null],
  ['2026-06-18T07:06:27Z — M2: PASS 6 of 6', ['M2'], 'pass', 'PASS 6 of 6', '2026-06-18T07:06:27Z'],
  ['WC1.1 PASS (abc1234, no VETO)', ['WC1.1'], 'pass', 'PASS (abc1234, no VETO)', null],
  ['Q4.2: FAIL @ 00:10Z', ['Q4.2'], 'fail', 'FAIL', null],
  ['Gate: U0 — PASS', ['U0'], 'pass', 'PASS', null],
  ['M1 + M2: PASS', ['M1', 'M2'], 'pass', 'PASS', null],
  ['M1: pass', ['M1'], 'pass', 'pass', null],
  ['M2: FAIL, 5 of 6', ['M2'], 'fail', 'FAIL, 5 of 6', null],
  ['M2: FAIL — the upgrade did not pass', ['M2'], 'fail', 'FAIL — the upgrade did not pass', null],
  ['M2: PASS 5 of 6', ['M2'], null, 'PASS 5 of 6', null],
  ['M2: 5 of 6 PASS', ['M2'], null, '5 of 6 PASS', null],
  ['M2: PASS (5/6)', ['M2'], null, 'PASS (5/6)', null],
  ['M2: PASS. Red under load 2/3.', ['M2'], 'pass', 'PASS. Red under load 2/3', null],
  ['M2 — 5/6', ['M2'], null, '5/6', null],
  ['M1: PROVISIONAL PASS @ 2026-06-18T01:18Z', ['M1'], null, 'PROVISIONAL PASS', '2026-06-18T01:18:00Z'],
  ['M1: PASS (provisional)', ['M1'], null, 'PASS (provisional)', null],
  ['M1 — provisional: PASS', ['M1'], null, 'PASS', null],
  ['M1 — PARTIAL', ['M1'], null, 'PARTIAL', null],
  ['M1: APPROVE', ['M1'], null, 'APPROVE', null],
  ['M1: not PASS', ['M1'], null, 'not PASS', null],
  ['M1: ~~PASS~~', ['M1'], null, '~~PASS~~', null],
  ['M1: FAIL → PASS', ['M1'], null, 'FAIL → PASS', null],
  ['M1 after the FAIL: PASS', ['M1'], null, 'after the FAIL: PASS', null],
  ['M1: PASS withdrawn', ['M1'], null, 'PASS withdrawn', null],
  ['M1 PASS criteria', ['M1'], null, 'PASS criteria', null],
  ['M1: VETO', ['M1'], null, 'VETO', null],
])('"%s" rules on %j: %s, in the words "%s"', (heading, gates, result, words, at) => {
  const read = readVerdictHeading(heading)
  expect([read?.gates, read?.result, read?.words, read?.statedAt?.at ?? null]).toEqual([gates, result, words, at])
})

test.each([
  'M1 — all six investigated',
  'DONE / not yet',
  'M1 pre-claim audit, not a verdict @ 2026-06-18T00:10Z',
  'M1: these are NOT verdicts — formal PASS/FAIL awaits the claim',
  'Gate: M1 CLAIMED, awaiting Adversary',
  'F-redfix-1: PASS',
  'A5-2 FAIL',
  'R011-lint: FAIL',
  'discourse: PASS',
  '~~M1: PASS~~',
])('"%s" is no verdict on a gate', (heading) => {
  expect(readVerdictHeading(heading)).toBeNull()
})

import { expect, test } from 'vitest'
import { aRun } from '#lib/testing/a-run.ts'
import { HEAD } from '#lib/testing/fix-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { classified, run } from '#lib/testing/steps.ts'
import { whyNotThisHead } from './why-not-this-head.ts'
import type { FixKind } from './words.ts'

const SHOWN = aRun().recipeCheckout.commit ?? ''
const shown: Step[] = [run('mumble'), classified('mumble', { cites: ['#1'] })]
const elsewhere = { commit: '99999999', clean: true }
const inTests: Step[] = [
  run('mumble', { recipeCheckout: elsewhere, harnessCheckout: elsewhere }),
  classified('mumble', { cites: ['#1'] }),
]

test.each<[string, Step[], { kind: FixKind; head: string }, string | null]>([
  ['another commit', shown, { kind: 'recipe-pr', head: HEAD }, null],
  ['the commit that shows the failure', shown, { kind: 'recipe-pr', head: SHOWN }, 'not_a_fix'],
  ['that commit, stated longer', shown, { kind: 'recipe-pr', head: `${SHOWN}ffff` }, 'not_a_fix'],
  [
    'the commit of the harness that shows it, for a change of the harness',
    inTests,
    { kind: 'harness-change', head: '99999999' },
    'not_a_fix',
  ],
  ['the commit of the tests for a recipe', inTests, { kind: 'recipe-pr', head: SHOWN }, null],
  ['what nobody cites', [run('mumble'), classified('mumble')], { kind: 'recipe-pr', head: SHOWN }, null],
  ['what is not classified yet', [run('mumble')], { kind: 'recipe-pr', head: SHOWN }, null],
])('a fix may stand at %s, or the refusal says why not', (_, steps, fix, reason) => {
  expect(whyNotThisHead(recordOf(...steps), 'mumble', fix)?.reason ?? null).toBe(reason)
})

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { must } from '#db/testing/must.ts'
import { issueToken } from '#db/tokens/issue-token.ts'
import { countEvents, headOf } from './vocabulary/record.ts'
import { inRecordOf } from './vocabulary/scenario.ts'
import { asAdversaryNow, asBuilderNow } from './vocabulary/scenario-now.ts'
import { expect, test } from './vocabulary/test.ts'

const run = promisify(execFile)
const LONGEST_MS = 240_000

test('two programs take redfix to DONE through the JSON door alone, and no short cut gets them there', async ({
  resetTo,
  server,
}) => {
  test.setTimeout(LONGEST_MS + 30_000)
  await resetTo('redfix')
  const typed = { phase: 'redfix', name: 'a program', days: 1 } as const
  const [BUILDER_TOKEN, ADVERSARY_TOKEN] = inRecordOf(server, (db) => [
    must(issueToken(db, asBuilderNow({ ...typed, role: 'builder' }))).secret,
    must(issueToken(db, asAdversaryNow({ ...typed, role: 'adversary' }))).secret,
  ])
  const env = { ...process.env, BASE: server.address, BUILDER_TOKEN, ADVERSARY_TOKEN }
  const { stdout } = await run('sh', ['e2e/redfix-by-curl.sh'], { env, timeout: LONGEST_MS })
  expect(stdout.trim().split('\n').at(-1)).toBe('DONE')
  expect(stdout.match(/^refused /gm)).toHaveLength(12)
  expect(countEvents(server, 'phase.done')).toBe(1)
  // What was refused, by a dry run or for good, is not in the record: what is there was answered with "recorded".
  const recorded = stdout.match(/^recorded /gm)?.length ?? 0
  expect(countEvents(server, 'ruling.recorded') + countEvents(server, 'verdict.recorded')).toBe(16)
  expect(headOf(server)).toBeGreaterThan(recorded)
})

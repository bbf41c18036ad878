import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Swarm, sha256, startSwarm } from './a-swarm.ts'
import { overOpenSsh, whyNoSshd } from './why-not-here.ts'

describe.skipIf(whyNoSshd !== null)(overOpenSsh('a run over OpenSSH'), { timeout: 60_000 }, () => {
  let swarm: Swarm
  beforeAll(async () => {
    swarm = await startSwarm()
  }, 60_000)
  afterAll(() => swarm?.close())

  test('becomes evidence with its log, its results and what the host was like', async () => {
    const run = await swarm.request('green')
    const ended = await swarm.untilEnded(run)
    expect(ended).toMatchObject({ conclusion: 'green', condition: 'alone', deployment: 'cold', schema: 2, level: 5 })
    expect(ended.recipeCheckout).toEqual({ commit: swarm.host.commit('green'), clean: true })
    expect(ended.harnessCheckout).toMatchObject({ clean: true })
    expect(ended.supervised).toMatchObject({
      hostRunId: swarm.hostRunId(run),
      requestedBy: { person: 'ada', role: 'adversary' },
      exit: { code: 0, cause: null, words: 'Exit 0, and every tier passed.' },
      before: { host: 'tester' },
      after: { host: 'tester' },
      lint: { name: 'lint.txt' },
    })
    const log = swarm.sealedLog(ended)
    expect(log).toEqual(swarm.host.logOf(swarm.hostRunId(run)))
    expect(log.toString()).toMatch(
      /^gatehouse: recipe mumble [0-9a-f]{40} clean\n[\s\S]*\none\ntwo\ngatehouse: end rc 0\n$/,
    )
  })

  test('is red when a tier fails, whatever else it says', async () => {
    const ended = await swarm.untilEnded(await swarm.request('red'))
    expect(ended).toMatchObject({ conclusion: 'red' })
    expect(ended.tiers.map(({ name, status }) => `${name} ${status}`)).toEqual(['install pass', 'custom fail'])
  })

  test('shows its log while it grows, and how it stands', async () => {
    const run = await swarm.request('slow')
    await swarm.untilRunning(run)
    await swarm.until('some lines lie here', () => readFileSync(swarm.spool(run), 'utf8').includes('line 9\n'))
    expect(swarm.run(run).step).toBe('started')
    const watch = await swarm.until('the watch says how much', () => {
      const held = swarm.watch(run)
      return held !== null && held.bytes > 300 ? held : null
    })
    expect(watch).toMatchObject({ status: 'running', words: '' })
    expect((watch.deadlineAt ?? 0) - (watch.startedAt ?? 0)).toBe(600_000)
    expect(await swarm.untilEnded(run)).toMatchObject({ conclusion: 'green' })
    await swarm.until('nobody watches it any more', () => swarm.watch(run) === null)
    await swarm.until('nothing more is to come', () => existsSync(join(swarm.spool(run), '../ended')))
  })

  test('ends when it is cancelled, with everything that it started', async () => {
    const run = await swarm.request('endless')
    await swarm.untilRunning(run)
    await swarm.cancel(run)
    const ended = await swarm.untilEnded(run)
    expect(ended).toMatchObject({ conclusion: 'cancelled', supervised: { exit: { cause: 'cancelled' }, left: [] } })
    expect(swarm.marked(run)).toEqual([])
  })

  test('keeps bytes that are no text as they came', async () => {
    const run = await swarm.request('invalid')
    const ended = await swarm.untilEnded(run)
    const log = swarm.sealedLog(ended)
    expect(log.includes(Buffer.from([0xff, 0xfe, 0x20, 0xc3, 0x28]))).toBe(true)
    expect(log.includes(Buffer.from([0xf0, 0x9f, 0x98, 0x80]))).toBe(true)
    expect(log).toEqual(swarm.host.logOf(swarm.hostRunId(run)))
  })

  test('may print one line of 50 MB', async () => {
    const run = await swarm.request('longLine')
    const ended = await swarm.untilEnded(run, 40_000)
    expect(ended).toMatchObject({ conclusion: 'green' })
    expect(ended.log?.size).toBeGreaterThan(50 * 2 ** 20)
    expect(ended.log?.sha256).toBe(sha256(swarm.host.logOf(swarm.hostRunId(run))))
    expect(swarm.peakMemory()).toBeLessThan(250)
  })
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Swarm, startSwarm } from './a-swarm.ts'
import { canMount, overOpenSsh, whyNoSshd } from './why-not-here.ts'

describe.skipIf(whyNoSshd !== null)(overOpenSsh('a run that meets a limit'), { timeout: 90_000 }, () => {
  let swarm: Swarm
  beforeAll(async () => {
    swarm = await startSwarm({ overdueMs: 1_000, lostMs: 5_000, patienceMs: 2_000 })
  }, 60_000)
  afterEach(() => swarm.host.set({}))
  afterAll(() => swarm?.close())

  test('of its log is ended by the host, and can never be green', async () => {
    swarm.host.set({ LOG_CAP_BYTES: 200_000 })
    const run = await swarm.request('flood')
    const ended = await swarm.expectWhole(run, 'unver')
    expect(ended.supervised?.exit).toMatchObject({ cause: 'capped' })
    expect(ended.log?.size).toBeLessThan(210_000)
  })

  test('of its log is ended from here when the host lets it grow', async () => {
    swarm.host.set({ LOG_CAP_BYTES: 200_000 })
    const run = await swarm.request('endless')
    await swarm.untilRunning(run)
    swarm.host.growLog(swarm.hostRunId(run), 400_000)
    const ended = await swarm.untilEnded(run, 40_000)
    expect(ended).toMatchObject({ log: { name: `${swarm.hostRunId(run)}-part.log`, size: 200_000 + 64 * 1024 } })
    expect(ended.conclusion).not.toBe('green')
    expect(ended.supervised?.exit.words).toMatch(/Its log passed the cap here too: what came after is not kept\.$/)
  })

  test('of time is ended by the host', async () => {
    swarm.host.set({ DEADLINE_S: 3 })
    const ended = await swarm.expectWhole(await swarm.request('endless'), 'unver')
    expect(ended.supervised?.exit).toMatchObject({
      cause: 'deadline',
      words: 'Its deadline passed: the host ended it.',
    })
  })

  test('of time is ended from here when the host does not', async () => {
    swarm.host.set({ DEADLINE_S: 3 })
    const run = await swarm.request('endless')
    await swarm.untilRunning(run)
    swarm.host.stopWatching(swarm.hostRunId(run))
    const ended = await swarm.expectWhole(run, 'cancelled')
    expect(ended.supervised?.exit.cause).toBe('cancelled')
  })

  test('of patience is lost, when its host does not answer long after its deadline', async () => {
    swarm.host.set({ DEADLINE_S: 3 })
    const run = await swarm.request('endless')
    await swarm.untilRunning(run)
    await swarm.host.sshd.stop()
    const ended = await swarm.untilEnded(run, 40_000)
    await swarm.host.sshd.start()
    expect(ended.conclusion).toBe('lost')
    expect(ended.supervised?.exit.words).toMatch(/^The host did not answer until \d{4}-\d\d-\d\d \d\d:\d\dZ\./)
    await swarm.host.askByHand(`cancel ${swarm.hostRunId(run)}`, '', 'adversary')
  })

  test('may ignore TERM, and is ended all the same', async () => {
    const run = await swarm.request('stubborn')
    await swarm.untilRunning(run)
    await swarm.cancel(run)
    await swarm.expectWhole(run, 'cancelled')
    expect(swarm.marked(run)).toEqual([])
  })

  test('may print nothing for long', async () => {
    const run = await swarm.request('silent')
    await swarm.expectWhole(run, 'green', 60_000)
  })

  test.skipIf(!canMount)('on a full disk here waits with its log, and nothing of it is lost', async () => {
    const runs = join(swarm.dataFolder, 'runs')
    mkdirSync(runs, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', runs])
    try {
      const run = await swarm.request('stream')
      const watch = await swarm.until(
        'it says that the disk is full',
        () => {
          const held = swarm.watch(run)
          return held?.words.startsWith('The disk of this server is full') ? held : null
        },
        30_000,
      )
      expect(watch.status).toBe('running')
      await swarm.until('the run goes on without us', () => swarm.hasEndedThere(run), 30_000)
      expect(swarm.run(run).step).toBe('started')
      execFileSync('mount', ['-o', 'remount,size=64m', runs])
      const ended = await swarm.expectWhole(run, 'green')
      expect(ended.log?.size).toBeGreaterThan(8 * 2 ** 20)
    } finally {
      execFileSync('umount', ['-l', runs])
    }
  })

  test.skipIf(!canMount)('on a full disk there shows nothing, and says so', async () => {
    const state = join(swarm.host.folder, 'state')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', state])
    try {
      mkdirSync(join(state, 'runs'))
      const run = await swarm.request('stream')
      const ended = await swarm.untilEnded(run, 40_000)
      expect(ended).toMatchObject({ conclusion: 'unver', supervised: { exit: { cause: 'disk-full' } } })
      expect(readFileSync(swarm.blob(ended.log?.sha256 ?? '')).length).toBe(ended.log?.size)
    } finally {
      execFileSync('umount', ['-l', state])
    }
  })
})

import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Swarm, startSwarm } from './a-swarm.ts'
import { killAll } from './processes.ts'
import { overOpenSsh, whyNoSshd } from './why-not-here.ts'

/** What an app that was killed must know again after it is started. */
const TRUTH_MS = 10_000

describe.skipIf(whyNoSshd !== null)(
  overOpenSsh('when something dies in the middle of a run'),
  { timeout: 90_000 },
  () => {
    let swarm: Swarm
    beforeAll(async () => {
      swarm = await startSwarm()
    }, 60_000)
    afterAll(() => swarm?.close())

    test('an app that is killed goes on with the log where it was', async () => {
      const run = await swarm.request('slow')
      await swarm.untilRunning(run)
      await swarm.endSupervisor('SIGKILL')
      const bytes = swarm.spooled(run)
      await setTimeout(500)
      await swarm.startSupervisor()
      await swarm.until('the log goes on', () => swarm.spooled(run) > bytes, TRUTH_MS)
      expect(swarm.watch(run)?.status).toBe('running')
      await swarm.expectWhole(run, 'green')
    })

    test('an app that is started after the run has ended says how it ended', async () => {
      const run = await swarm.request('slow')
      await swarm.untilRunning(run)
      await swarm.endSupervisor('SIGKILL')
      await swarm.until('the run is over on the host', () => swarm.hasEndedThere(run), 30_000)
      await swarm.startSupervisor()
      await swarm.untilEnded(run, TRUTH_MS)
      await swarm.expectWhole(run, 'green')
    })

    test('an app whose copy of the log was damaged meanwhile fetches it anew', async () => {
      const run = await swarm.request('slow')
      await swarm.untilRunning(run)
      await swarm.endSupervisor('SIGKILL')
      const file = openSync(swarm.spool(run), 'r+')
      writeSync(file, 'X', 10)
      closeSync(file)
      await swarm.startSupervisor()
      await swarm.expectWhole(run, 'green')
    })

    test('an app that is killed while it starts a run finds it', async () => {
      const run = await swarm.request('slow')
      await swarm.until('it is about to start', () => swarm.watch(run)?.status === 'starting')
      await swarm.endSupervisor('SIGKILL')
      await swarm.startSupervisor()
      await swarm.until('it has started', () => swarm.run(run).step === 'started', TRUTH_MS)
      await swarm.expectWhole(run, 'green')
      expect(swarm.startsOf(run)).toBe(1)
    })

    test('an app that is ended in order leaves the run alone', async () => {
      const run = await swarm.request('slow')
      await swarm.untilRunning(run)
      await swarm.endSupervisor('SIGTERM')
      expect(swarm.marked(run)).not.toEqual([])
      await swarm.startSupervisor()
      await swarm.expectWhole(run, 'green')
    })

    test('of two apps the second takes over when the first is killed', async () => {
      const first = swarm.takeSupervisor()
      await swarm.startSupervisor()
      const run = await swarm.request('slow')
      await swarm.untilRunning(run)
      first.kill('SIGKILL')
      await swarm.expectWhole(run, 'green')
    })

    test('a host that is rebooted loses the run, and what it printed is kept', async () => {
      const run = await swarm.request('endless')
      await swarm.untilRunning(run)
      await swarm.host.reboot()
      const ended = await swarm.expectWhole(run, 'lost')
      expect(ended.supervised?.exit).toEqual({ code: null, cause: null, words: 'The host was rebooted while it ran.' })
      expect(ended.log?.size).toBeGreaterThan(100)
      expect(await swarm.untilEnded(await swarm.request('green'))).toMatchObject({ conclusion: 'green' }) // the lock is free
    })

    test('a run whose processes are all killed is lost', async () => {
      const run = await swarm.request('endless')
      await swarm.untilRunning(run)
      killAll(() => swarm.keepersOf(run))
      const ended = await swarm.expectWhole(run, 'lost')
      expect(ended.supervised?.exit.words).toBe('Its process is gone and left no exit code: it was killed.')
    })

    test('a run whose folder is gone from the host is lost, and what is here is kept', async () => {
      const run = await swarm.request('endless')
      await swarm.untilRunning(run)
      await swarm.endSupervisor('SIGKILL')
      killAll(() => swarm.keepersOf(run))
      rmSync(swarm.host.runFolder(swarm.hostRunId(run)), { recursive: true })
      await swarm.startSupervisor()
      const ended = await swarm.untilEnded(run, TRUTH_MS)
      expect(ended).toMatchObject({ conclusion: 'lost', log: { name: `${swarm.hostRunId(run)}-part.log` } })
      expect(ended.supervised?.exit.words).toMatch(/^tester knows this run no more: its folder is gone\./)
    })

    test('another host key stops everything until the Operator has confirmed it', async () => {
      const run = await swarm.request('slow')
      await swarm.untilRunning(run)
      await swarm.host.sshd.stop()
      await swarm.host.sshd.start('other-host-key')
      const watch = await swarm.until('it is noticed', () => {
        const held = swarm.watch(run)
        return held?.words.includes('changed') ? held : null
      })
      expect(watch.status).toBe('unreachable')
      expect(watch.words).toBe(
        `The host key of tester changed: it shows ${swarm.host.sshd.fingerprint}. Nothing goes there until the Operator has confirmed it.`,
      )
      const next = await swarm.request('green')
      await swarm.pin()
      await swarm.expectWhole(run, 'green')
      await swarm.expectWhole(next, 'green')
    })
  },
)

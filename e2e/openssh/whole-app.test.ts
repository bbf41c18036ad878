import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt, type Swarm, startSwarm } from './a-swarm.ts'
import { cutAndResume } from './cut-and-resume.ts'
import { overOpenSsh, whyNoSshd } from './why-not-here.ts'

const left = isBuilt ? '' : ' (left out: the app is not built)'

describe.skipIf(whyNoSshd !== null || !isBuilt)(`${overOpenSsh('the whole app')}${left}`, { timeout: 90_000 }, () => {
  let swarm: Swarm
  beforeAll(async () => {
    swarm = await startSwarm({}, 'app')
  }, 60_000)
  afterAll(() => swarm?.close())

  test('that is killed in the middle of a run knows the truth ten seconds after its start', async () => {
    const run = await swarm.request('slow')
    await swarm.untilRunning(run)
    await swarm.endSupervisor('SIGKILL')
    const bytes = swarm.spooled(run)
    await swarm.startSupervisor()
    await swarm.until('the log goes on', () => swarm.spooled(run) > bytes, 10_000)
    await swarm.expectWhole(run, 'green')
  })

  test('takes a log of 200 MB through cuts in less than 250 MiB of memory', async () => {
    await cutAndResume(swarm)
    expect(swarm.peakMemory()).toBeLessThan(250)
  })

  test('ends in order within seconds, and leaves its run alone', async () => {
    const run = await swarm.request('slow')
    await swarm.untilRunning(run)
    const began = Date.now()
    await swarm.endSupervisor('SIGTERM')
    expect(Date.now() - began).toBeLessThan(5_000)
    expect(swarm.marked(run)).not.toEqual([])
    await swarm.startSupervisor()
    await swarm.expectWhole(run, 'green')
  })
})

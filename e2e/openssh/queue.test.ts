import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Swarm, startSwarm } from './a-swarm.ts'
import { overOpenSsh, whyNoSshd } from './why-not-here.ts'

describe.skipIf(whyNoSshd !== null)(overOpenSsh('the queue of a host over OpenSSH'), { timeout: 90_000 }, () => {
  let swarm: Swarm
  beforeAll(async () => {
    swarm = await startSwarm()
  }, 60_000)
  afterAll(() => swarm?.close())

  test('of twenty runs that are requested at once one runs, and the others follow in order', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => swarm.request('green')))
    const [first = 0, second = 0, third = 0] = runs.toSorted((one, other) => one - other)
    await swarm.until(
      'the last one says behind whom it waits',
      () => swarm.watch(Math.max(...runs))?.words === 'After run #19.',
    )
    for (const run of runs) if (run > third) await swarm.cancel(run).catch(() => {})
    await swarm.untilEnded(third, 60_000)
    const [one, two, three] = [first, second, third].map((run) => swarm.ended(run))
    expect(Date.parse(two?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(one?.endedAt ?? ''))
    expect(Date.parse(three?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(two?.endedAt ?? ''))
  })

  test('a run that somebody else started there is waited for, and named', async () => {
    const other = 'g900-deadbeef'
    await swarm.host.startByHand(other, 'endless')
    const run = await swarm.request('green')
    const watch = await swarm.until('it says who has the node', () => {
      const held = swarm.watch(run)
      return held?.words.includes(other) ? held : null
    })
    expect(watch).toMatchObject({ status: 'queued', words: `A run is in flight on tester: ${other}.` })
    await swarm.host.askByHand(`cancel ${other}`)
    expect(await swarm.untilEnded(run)).toMatchObject({ conclusion: 'green' })
  })

  test('a run whose commit the host does not have leaves the queue with the host’s reason', async () => {
    const run = await swarm.request('green', { commit: '0'.repeat(40) })
    await swarm.until('it is dropped', () => swarm.run(run).step === 'dropped')
    expect(swarm.run(run).droppedReason).toMatch(/^tester: The repository .* has no commit 0{40}\.$/)
    await swarm.until('nobody watches it any more', () => swarm.watch(run) === null)
  })

  test('a run that waits for a claim lets the next one pass', async () => {
    const waits = await swarm.request('green', { afterClaimOn: 'M1' })
    const next = await swarm.request('green')
    await swarm.untilEnded(next)
    expect(swarm.watch(waits)).toMatchObject({ status: 'queued', words: 'It waits until M1 is claimed.' })
    await swarm.cancel(waits)
  })

  test('a run that is taken out in the moment in which it starts is ended on the host', async () => {
    const run = await swarm.request('endless')
    await swarm.until('it is about to start', () => swarm.watch(run)?.status === 'starting')
    await swarm.cancel(run)
    await swarm.until(
      'nothing of it is watched',
      () => swarm.watch(run) === null && swarm.run(run).overAt !== null,
      30_000,
    )
    expect(swarm.marked(run)).toEqual([])
  })
})

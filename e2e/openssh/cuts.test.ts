import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Swarm, startSwarm } from './a-swarm.ts'
import { cutAndResume } from './cut-and-resume.ts'
import { canDropPackets, overOpenSsh, whyNoSshd } from './why-not-here.ts'

/** Runs with a log of 200 MB whose connection is cut again and again: few at a desk, twenty on the build machine. */
const CUTS = Number(process.env.GATEHOUSE_CUTS || 2)

describe.skipIf(whyNoSshd !== null)(overOpenSsh('a run whose connection is cut'), { timeout: 120_000 }, () => {
  let swarm: Swarm
  beforeAll(async () => {
    swarm = await startSwarm()
  }, 60_000)
  afterAll(() => swarm?.close())

  test('goes on, and its log too, when the sshd child is killed', async () => {
    const run = await swarm.request('slow')
    await swarm.untilRunning(run)
    for (let nth = 0; nth < 3; nth += 1) {
      expect(swarm.host.sshd.cut()).toBeGreaterThan(0)
      await setTimeout(900)
    }
    await swarm.expectWhole(run, 'green')
  })

  test('is unreachable while the server is stopped, and comes back without loss', async () => {
    const run = await swarm.request('slow')
    await swarm.untilRunning(run)
    await swarm.host.sshd.stop()
    const watch = await swarm.until(
      'it is unreachable',
      () => swarm.watch(run)?.status === 'unreachable' && swarm.watch(run),
    )
    expect(watch.words).toBe('tester refuses connections: no SSH server answers there.')
    expect(swarm.run(run).step).toBe('started')
    await swarm.host.sshd.start()
    await swarm.expectWhole(run, 'green')
  })

  test.skipIf(!canDropPackets)(
    'is unreachable within 20 s when packets are dropped, and comes back without loss',
    async () => {
      const run = await swarm.request('minute')
      await swarm.untilRunning(run)
      const rules = [['--dport'], ['--sport']].map(([side = '']) => [
        'INPUT',
        '-p',
        'tcp',
        side,
        `${swarm.host.sshd.port}`,
        '-j',
        'DROP',
      ])
      const began = Date.now()
      try {
        for (const rule of rules) execFileSync('iptables', ['-w', '-I', ...rule])
        await swarm.until('it is unreachable', () => swarm.watch(run)?.status === 'unreachable', 25_000)
        expect(Date.now() - began).toBeLessThan(20_000)
      } finally {
        for (const rule of rules) execFileSync('iptables', ['-w', '-D', ...rule])
      }
      await swarm.until('it is back', () => swarm.watch(run)?.status === 'running', 25_000)
      await swarm.cancel(run)
      await swarm.expectWhole(run, 'cancelled')
    },
  )

  test.skipIf(canDropPackets)('is asked for anew when the sshd child stands still', async () => {
    const run = await swarm.request('minute')
    await swarm.untilRunning(run)
    swarm.host.sshd.cut('SIGSTOP')
    const bytes = swarm.watch(run)?.bytes ?? 0
    await swarm.until('the log goes on', () => (swarm.watch(run)?.bytes ?? 0) > bytes + 20, 40_000)
    await swarm.cancel(run)
    await swarm.expectWhole(run, 'cancelled')
  })

  test.each(Array.from({ length: CUTS }, (_, at) => at + 1))('has the host’s 200 MB, byte for byte: %i', async () => {
    const { cuts } = await cutAndResume(swarm)
    expect(cuts).toBeGreaterThan(0)
    expect(swarm.peakMemory()).toBeLessThan(250)
  })
})

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  askHost,
  diagnose,
  fetchHostRun,
  listHostRuns,
  listRefs,
  probeHost,
  showHostKey,
} from '#lib/server/swarm/ask-host.ts'
import { type Swarm, startSwarm } from './a-swarm.ts'
import { overOpenSsh, whyNoSshd } from './why-not-here.ts'

describe.skipIf(whyNoSshd !== null)(overOpenSsh('a host over OpenSSH'), { timeout: 40_000 }, () => {
  let swarm: Swarm
  beforeAll(async () => {
    swarm = await startSwarm(null)
    vi.stubEnv('GATEHOUSE_DATA', swarm.dataFolder)
  }, 60_000)
  afterEach(() => swarm.configure())
  afterAll(() => {
    vi.unstubAllEnvs()
    return swarm?.close()
  })
  const why = async () => {
    const asked = await askHost('tester', 'builder', ['probe'])
    return asked.ok ? 'it answers' : `${asked.refusal.reason}: ${asked.refusal.sentence}`
  }

  test('says how it is, with the role of the key that asks', async () => {
    const probes = await Promise.all((['builder', 'adversary'] as const).map((side) => probeHost('tester', side)))
    expect(probes.map((probe) => probe.ok && probe.value.role)).toEqual(['builder', 'adversary'])
  })

  test('answers more questions at once than a connection has channels', async () => {
    const asked = await Promise.all(Array.from({ length: 25 }, () => listRefs('tester', 'builder', 'mumble')))
    expect(asked.every((answer) => answer.ok)).toBe(true)
    expect(swarm.host.sshd.sessions().length).toBeLessThanOrEqual(4) // two processes for each side that asked
  })

  test('refuses in its own sentence', async () => {
    const asked = await listRefs('tester', 'builder', 'nothing')
    expect(asked).toMatchObject({
      refusal: { reason: 'not_done', sentence: expect.stringMatching(/^tester: This host .*\.$/) },
    })
    expect(await diagnose('tester', 'builder', 'rm')).toMatchObject({
      refusal: { reason: 'not_done', sentence: expect.stringMatching(/^tester: This host .*\.$/) },
    })
  })

  test('looks with a command of its host file, and with no other', async () => {
    const looked = await diagnose('tester', 'adversary', 'look')
    expect(looked.ok && [looked.value.output.toString(), looked.value.exit]).toEqual(['Linux\n', 0])
  })

  test.each([[['probe; id']], [['status', '$(id)']], [['tail', 'g1-00000000', '-1']], [['']]])(
    'is never asked in words that a shell could read otherwise: %j',
    async (words) => {
      expect(await askHost('tester', 'builder', words)).toMatchObject({ refusal: { reason: 'not_understood' } })
    },
  )

  test('gives the files of a run that the harness left there', async () => {
    const folder = join(swarm.host.folder, 'runs/m2rr-mumble')
    mkdirSync(folder)
    writeFileSync(join(folder, 'results.json'), '{ "recipe": "mumble", "finished": 1781739521 }')
    writeFileSync(join(folder, 'log'), 'one\n')
    const listed = await listHostRuns('tester', 'builder')
    expect(listed.ok && listed.value).toEqual([
      { name: 'm2rr-mumble', finishedAtMs: 1_781_739_521_000, recipe: 'mumble', hasResults: true },
    ])
    const fetched = await fetchHostRun('tester', 'builder', 'm2rr-mumble')
    expect(fetched).toMatchObject({
      value: {
        results: { name: 'results.json', size: 46 },
        log: { size: 4 },
        lint: null,
        screenshot: null,
        troubles: [],
      },
    })
  })

  test('is not trusted before its key is confirmed, and shows it to nobody in particular', async () => {
    await swarm.configure({ host: 'fresh' })
    expect(await showHostKey('fresh')).toEqual({
      ok: true,
      value: { fingerprint: swarm.host.sshd.fingerprint, keyType: 'ssh-ed25519' },
    })
    expect(await askHost('fresh', 'builder', ['probe'])).toMatchObject({ refusal: { reason: 'no_host_key' } })
    expect(await askHost('nowhere', 'builder', ['probe'])).toMatchObject({ refusal: { reason: 'no_host' } })
  })

  test('with another key is not spoken to', async () => {
    await swarm.host.sshd.stop()
    await swarm.host.sshd.start('other-host-key')
    await swarm.configure({ deadlineMinutes: 11 }) // a new connection
    expect(await why()).toMatch(/^host_key_changed: The host key of tester changed: it shows SHA256:/)
    await swarm.host.sshd.stop()
    expect(await why()).toBe('refused: tester refuses connections: no SSH server answers there.')
    await swarm.host.sshd.start()
    expect(await why()).toBe('it answers')
  })

  test('that does not take the key says so', async () => {
    await swarm.configure({ builderKey: join(swarm.host.sshd.folder, 'host-key') })
    expect(await why()).toBe('auth: tester does not accept the key.')
    await swarm.configure({ builderKey: '/nowhere/key' })
    expect(await why()).toBe('key: The key /nowhere/key cannot be read.')
  })

  test('is found by its alias in the configuration of ssh', async () => {
    const bin = join(swarm.host.folder, 'bin')
    const config = join(swarm.host.folder, 'ssh_config')
    mkdirSync(bin)
    writeFileSync(join(bin, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F ${config} "$@"\n`)
    chmodSync(join(bin, 'ssh'), 0o755)
    const { port } = swarm.host.sshd
    writeFileSync(
      config,
      `Host cc-*\n  HostName 127.0.0.1\n  User root\nHost cc-ci\n  Port ${port}\nHost far\n  ProxyJump cc-ci\n`,
    )
    vi.stubEnv('PATH', `${bin}:${process.env.PATH}`)
    await swarm.configure({ address: '', port: null, user: null, alias: 'cc-ci' })
    expect(await why()).toBe('it answers')
    await swarm.configure({ address: '', port: null, user: null, alias: 'far' })
    expect(await why()).toBe('alias: far goes through a proxy, which Gatehouse does not do: give an address.')
  })

  test('that breaks off, or says too much, is no answer', async () => {
    await swarm.host.startByHand('g77-00000000', 'flood')
    const tooMuch = () => askHost('tester', 'builder', ['tail', 'g77-00000000', '0'], { limitBytes: 1_000 })
    // More often than a connection has channels: each is given back.
    for (let nth = 0; nth < 10; nth += 1) expect(await tooMuch()).toMatchObject({ refusal: { reason: 'too_long' } })
    const slow = askHost('tester', 'builder', ['tail', 'g77-00000000', '0'], { timeoutMs: 1, limitBytes: 2 ** 30 })
    expect(await slow).toMatchObject({ refusal: { reason: 'timeout' } })
    await swarm.host.askByHand('cancel g77-00000000')
    await swarm.host.startByHand('g78-00000000', 'endless')
    const cut = askHost('tester', 'builder', ['tail', 'g78-00000000', '0'], { timeoutMs: 30_000 })
    await swarm.until('it is asked', () => swarm.host.sshd.sessions().length > 0)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    swarm.host.sshd.cut()
    expect(await cut).toMatchObject({ refusal: { reason: 'cut', sentence: 'The connection to tester was lost.' } })
    await swarm.host.askByHand('cancel g78-00000000')
  })
})

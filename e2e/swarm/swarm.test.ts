import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { preflight } from '#lib/swarm/preflight.ts'
import { whyContaminated } from '#lib/swarm/why-contaminated.ts'
import { Docker } from './docker.ts'
import { SIBLING } from './recipe.ts'
import { SwarmHost } from './swarm-host.ts'
import { onRealSwarm, whyNoSwarm } from './why-not-here.ts'

const ALONE = { profile: 'alone', recipe: 'greeter', harness: null } as const
/** Other suites may press on this machine: here pressure decides nothing. */
const PRESSURE = { pressureCounts: false } as const

describe.skipIf(whyNoSwarm !== null)(onRealSwarm('the smoke harness on a real swarm'), { timeout: 60_000 }, () => {
  let docker: Docker
  let host: SwarmHost
  beforeAll(async () => {
    docker = await Docker.start()
    host = new SwarmHost(docker)
  }, 60_000)
  afterEach(() => docker.clear(), 30_000)
  afterAll(async () => {
    await docker?.close()
    host?.close()
  })

  test('a run deploys a stack whose services reach each other, and is green', async () => {
    const { run, log, status, before, after } = await host.carryOut('good')
    expect(status).toMatchObject({ state: 'ended', rc: 0, cause: null, left: [], overlap: [] })
    expect(log).toMatch(/\nup after \d+ s\n[\s\S]*\ngatehouse: end rc 0\n$/)
    expect(await host.results(run)).toMatchObject({ recipe: 'greeter', level: 4, flags: { clean_teardown: true } })
    expect(whyContaminated({ profile: 'alone', before, after, status, ...PRESSURE })).toEqual([])
    expect(docker.stacks()).toEqual([])
  })

  test('a run whose service never becomes healthy is red, and leaves nothing', async () => {
    const { run, log, status } = await host.carryOut('bad')
    expect(status).toMatchObject({ state: 'ended', rc: 1, cause: null, left: [] })
    expect(log).toMatch(new RegExp(`still not up after \\d+ s:\nsmoke-greeter-${run}_visitor 0/1\n`))
    expect(await host.results(run)).toMatchObject({ level: 0, results: { install: 'fail', custom: 'unver' } })
    expect(docker.stacks()).toEqual([])
  })

  test('a probe names services, stacks and volumes, and what is left over blocks the next run', async () => {
    expect(preflight(await host.probe(), ALONE).blocks).toEqual([])
    docker.deploy('warm-greeter', SIBLING)
    docker.deploy('leftover', SIBLING)
    docker.run('volume', 'create', 'leftover_data')
    const probe = await host.probe()
    expect(probe.services.map(({ name }) => name).sort()).toEqual(['leftover_app', 'warm-greeter_app'])
    expect(probe).toMatchObject({ stacks: ['leftover', 'warm-greeter'], volumes: ['leftover_data'], wrong: [] })
    const { blocks, suspicions } = preflight(probe, ALONE)
    expect(blocks).toEqual(['1 stack left over: leftover.'])
    expect(suspicions).toContain('1 volume left over: leftover_data.')
  })

  test('what somebody deploys beside a run contaminates it, a canonical does not, and what it leaves itself is named', async () => {
    const run = await host.start('withVolume')
    await host.untilSaid(run, '== custom')
    docker.deploy('sibling', SIBLING)
    docker.deploy('warm-greeter', SIBLING)
    const { status, before, after } = await host.untilOver(run)
    expect(status).toMatchObject({ rc: 0, left: expect.arrayContaining([`volume smoke-greeter-${run}_kept`]) })
    expect(status.overlap.toSorted()).toEqual(['service sibling_app', 'stack sibling'])
    const [because, ...more] = whyContaminated({ profile: 'alone', before, after, status, ...PRESSURE })
    expect(because).toMatch(/^It overlapped .*stack sibling/)
    expect(`${because}`).not.toContain('warm-greeter')
    expect(more).toEqual([])
  })

  test('a run that is cancelled is never green, and takes its stack away', async () => {
    const run = await host.start('good')
    await host.untilSaid(run, 'Creating service')
    expect(await host.ask(`cancel ${run}`)).toContain(`cancelled ${run}\n`)
    const { status } = await host.untilOver(run)
    expect(status).toMatchObject({ state: 'ended', cause: 'cancelled' })
    expect(status.rc).not.toBe(0)
    const { services, stacks } = await host.probe()
    const stands = [...services.map(({ name }) => `service ${name}`), ...stacks.map((name) => `stack ${name}`)]
    expect(status.left).toEqual(expect.arrayContaining(stands))
  })

  test('under load it runs beside a stack of siblings that goes when the run ends', async () => {
    const run = await host.start('good', 'load')
    await host.untilSaid(run, '== custom')
    expect(docker.stacks()).toContain('siblings')
    const { status } = await host.untilOver(run)
    expect(status).toMatchObject({ rc: 0, overlap: [], left: [] })
    expect(status.loadProfile).toMatchObject({ words: '1 CPU worker and a stack of siblings' })
    expect(docker.stacks()).toEqual([])
  })
})

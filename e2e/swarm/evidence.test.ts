import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Swarm, startSwarm } from '#e2e/openssh/a-swarm.ts'
import { whyNoSshd } from '#e2e/openssh/why-not-here.ts'
import { Docker } from './docker.ts'
import { hostLines } from './host-lines.ts'
import { makeRecipe, SIBLING, type State } from './recipe.ts'
import { onRealSwarm, whyNoSwarm } from './why-not-here.ts'

const why = whyNoSwarm ?? whyNoSshd

describe.skipIf(why !== null)(onRealSwarm('a run over OpenSSH on a real swarm', why), { timeout: 90_000 }, () => {
  let docker: Docker
  let swarm: Swarm
  let commits: Record<State, string>
  beforeAll(async () => {
    docker = await Docker.start()
    swarm = await startSwarm()
    const folder = join(swarm.host.folder, 'swarm')
    mkdirSync(folder)
    commits = makeRecipe(join(folder, 'recipe'))
    writeFileSync(join(folder, 'siblings.yml'), SIBLING)
    const lines = hostLines(docker, `mumble=${folder}/recipe`, join(folder, 'siblings.yml'))
    writeFileSync(join(swarm.host.folder, 'vars'), `${lines}STATE_DIR=${swarm.host.folder}/state\n`)
  }, 90_000)
  afterAll(async () => {
    await swarm?.close()
    await docker?.close()
  })

  const request = (state: State): Promise<number> => swarm.request('green', { commit: commits[state], ref: state })
  /** Pressure may come from whatever else this machine does. */
  const otherThanPressure = (because: readonly string[]) => because.filter((one) => !one.startsWith('Something waited'))

  test('waits while a stack is left over there, then runs and becomes evidence of what stood there', async () => {
    docker.deploy('warm-mumble', SIBLING)
    docker.deploy('leftover', SIBLING)
    await swarm.until('the canonical is up', () => docker.isUp('warm-mumble_app'))
    const run = await request('good')
    const waits = await swarm.until('it waits', () => (swarm.watch(run)?.words ? swarm.watch(run) : null))
    expect(waits).toMatchObject({ status: 'queued', words: '1 stack left over: leftover.' })
    await docker.removeStack('leftover')
    const ended = await swarm.expectWhole(run, 'green')
    expect(ended).toMatchObject({ condition: 'alone', deployment: 'cold', schema: 2, level: 4 })
    expect(ended.tiers.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'lint skip',
      'install pass',
      'custom pass',
    ])
    expect(ended.supervised).toMatchObject({
      before: { stacks: ['warm-mumble'], services: [{ name: 'warm-mumble_app', replicas: '1/1' }] },
      after: { stacks: ['warm-mumble'] },
      overlap: [],
      left: [],
    })
    expect(otherThanPressure(ended.supervised?.contaminated ?? [''])).toEqual([])
  })

  test('is left out at once when somebody deployed beside it', async () => {
    const run = await request('good')
    await swarm.until('its stack stands', () => docker.stacks().some((stack) => stack.startsWith('smoke-')))
    docker.deploy('sibling', SIBLING)
    const ended = await swarm.expectWhole(run, 'green')
    await docker.removeStack('sibling')
    expect(otherThanPressure(ended.supervised?.contaminated ?? [])).toEqual([
      expect.stringMatching(/^It overlapped .*stack sibling/),
    ])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  carryOut,
  practiceHost,
  request,
  startLines,
  tiersOf,
} from '#lib/server/practice/host/testing/practice-client.ts'
import { Docker } from './docker.ts'
import { SIBLING } from './recipe.ts'
import { onRealSwarm, whyNoSwarm } from './why-not-here.ts'

const PROMOTE = { recipe: 'bluesky-pds', profile: 'promote', from: '0.1.1+v0.4', to: '0.2.0+v0.4' }

describe.skipIf(whyNoSwarm !== null)(onRealSwarm('the practice host on a real swarm'), { timeout: 150_000 }, () => {
  let docker: Docker
  let practice: Awaited<ReturnType<typeof practiceHost>>
  beforeAll(async () => {
    docker = await Docker.start()
    process.env.DOCKER_HOST = docker.address
    practice = await practiceHost({ engine: 'swarm' })
  }, 120_000)
  afterAll(async () => {
    await practice?.release()
    delete process.env.DOCKER_HOST
    await docker?.close()
  }, 60_000)

  const run = (recipe: string, ref: string, profile: string) =>
    carryOut(practice.folder, practice.host, { recipe, ref, profile })
  const addressesOfApp = async () =>
    (await request(practice.host, 'diagnose getent-app')).out
      .trim()
      .split('\n')
      .filter((line) => line.endsWith(' app'))

  test('mumble alone is green, and nothing of it stays', async () => {
    const { rc, status } = await run('mumble', 'main', 'alone')
    expect(rc).toBe('0')
    expect(status).not.toMatch(/^(left|overlap)/m)
    expect(docker.stacks().filter((stack) => stack.startsWith('ci-'))).toEqual([])
  })

  test('two services answer to the alias of bluesky-pds on the overlay: its promote is red, and green with a name of its own', async () => {
    expect(await addressesOfApp()).toHaveLength(2)
    const red = await carryOut(practice.folder, practice.host, { ...PROMOTE, ref: 'main' })
    expect(tiersOf(red)).toMatchObject({ install: 'pass', upgrade: 'pass', promote: 'fail' })
    expect(red.log).toMatch(/answers .*000/)
    const green = await carryOut(practice.folder, practice.host, { ...PROMOTE, ref: 'fix' })
    expect(green.rc).toBe('0')
    expect(await addressesOfApp()).toHaveLength(1)
  })

  test('a stack that somebody left shows in a probe; one that comes during a run is its overlap', async () => {
    const begun = 'g900-00000900'
    const started = startLines(practice.folder, { recipe: 'mumble', ref: 'main', profile: 'alone' })
    expect((await request(practice.host, `start ${begun}`, started)).code).toBe(0)
    docker.deploy('sibling', SIBLING)
    await request(practice.host, `tail ${begun} 0`)
    expect((await request(practice.host, `status ${begun}`)).out).toMatch(/^overlap stack sibling$/m)
    expect((await request(practice.host, 'probe')).out).toMatch(/^stack sibling$/m)
    await docker.removeStack('sibling')
  })
})

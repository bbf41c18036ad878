import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ADVERSARY, actingAs } from '#db/testing/people.ts'
import { askForRun } from '#lib/server/runs/ask-for-run.ts'
import { takeHostRun } from '#lib/server/runs/take-host-run.ts'
import { AskRunInput } from '#lib/swarm/form-inputs.ts'
import { type Swarm, startSwarm } from './a-swarm.ts'
import { overOpenSsh, whyNoSshd } from './why-not-here.ts'

const place = { phase: 'redfix', failure: 'mumble', host: 'tester' }

describe.skipIf(whyNoSshd !== null)(overOpenSsh('what a form says of a host'), { timeout: 40_000 }, () => {
  let swarm: Swarm
  beforeAll(async () => {
    swarm = await startSwarm(null)
    vi.stubEnv('GATEHOUSE_DATA', swarm.dataFolder)
  }, 60_000)
  afterAll(() => {
    vi.unstubAllEnvs()
    return swarm?.close()
  })
  const ask = async (chosen: string) => {
    const input = AskRunInput.parse({ ...place, profile: 'alone', chosen })
    const asked = await askForRun({ ...actingAs(ADVERSARY)(input, new Date()), actor: ADVERSARY }, 'mumble')
    if (!asked.ok) throw new Error(asked.refusal.sentence)
    return swarm.run(Number(asked.value.subject?.slice(1))).request.ref
  }
  const take = (name: string) =>
    takeHostRun({ ...actingAs(ADVERSARY)({ ...place, name }, new Date()), actor: ADVERSARY })

  test('is what a commit is called only where the host says the same', async () => {
    const trunk = await ask('')
    const commit = swarm.host.commit('green')
    expect(trunk).toMatch(/^(main|master)$/)
    expect(await ask(`${commit} a-fix-of-mine`)).toBeNull()
    expect(await ask(commit)).toBeNull()
  })

  test('is no run folder of a run that was started here, and none that the host does not list', async () => {
    for (const name of ['753', 'g7-0a1b2c3d']) {
      mkdirSync(join(swarm.host.folder, 'runs', name))
      writeFileSync(join(swarm.host.folder, 'runs', name, 'log'), 'one\n')
    }
    expect(await take('753')).toMatchObject({ ok: true })
    expect(await take('g7-0a1b2c3d')).toMatchObject({ refusal: { reason: 'started_here' } })
    expect(await take('754')).toMatchObject({ refusal: { reason: 'no_such_folder' } })
  })
})

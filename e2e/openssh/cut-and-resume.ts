import { rmSync, statSync } from 'node:fs'
import type { Swarm } from './a-swarm.ts'

/** At most so much comes from one cut to the next. */
const BETWEEN_BYTES = 80_000_000
const BYTES = 200_000_000

/** One run with a log of more than 200 MB whose connections are killed while it comes; throws unless what is sealed is what the host has. */
export async function cutAndResume(swarm: Swarm): Promise<{ cuts: number; ms: number }> {
  const began = Date.now()
  const run = await swarm.request('big')
  await swarm.until('it runs', () => swarm.run(run).step === 'started')
  let cuts = 0
  let next = Math.random() * BETWEEN_BYTES
  while (next < BYTES) {
    await swarm.until('more of its log comes', () => swarm.spooled(run) > next, 60_000)
    cuts += swarm.host.sshd.cut() > 0 ? 1 : 0
    next = swarm.spooled(run) + Math.random() * BETWEEN_BYTES
  }
  const { ino } = statSync(swarm.spool(run))
  const ended = await swarm.expectWhole(run, 'green', 90_000)
  if ((ended.log?.size ?? 0) < BYTES) throw new Error(`The log has only ${ended.log?.size} bytes.`)
  if (statSync(swarm.spool(run)).ino !== ino) throw new Error('The log did not come in one piece: it was fetched anew.')
  // Many of these make a full disk.
  rmSync(swarm.blob(ended.log?.sha256 ?? ''))
  rmSync(swarm.spool(run))
  rmSync(swarm.host.runFolder(swarm.hostRunId(run)), { recursive: true })
  return { cuts, ms: Date.now() - began }
}

import { spawn } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Swarm, startSwarm } from '#e2e/openssh/a-swarm.ts'
import { whyNoSshd } from '#e2e/openssh/why-not-here.ts'
import type { Row } from './row.ts'
import { percentile } from './times.ts'

/** At most so much longer than the same command over plain ssh. */
const LONGER = 1.05
/** At most so much later than the same line by plain `ssh … tail -f`, in milliseconds. */
const LATER_MS = 150
const POLL_MS = 1

/** A run over OpenSSH on this machine, as the app does it and as plain ssh does. */
export async function measureRuns(): Promise<Row[]> {
  if (whyNoSshd !== null) {
    console.info(`Runs are left out: ${whyNoSshd}.`)
    return []
  }
  const swarm = await startSwarm()
  try {
    await swarm.untilEnded(await swarm.request('green'), 60_000) // the connection stands, and the host's files are read
    return [...(await measureLatency(swarm)), await measureWallTime(swarm)]
  } finally {
    await swarm.close()
  }
}

/** From the request to the evidence. */
async function measureWallTime(swarm: Swarm): Promise<Row> {
  const plain = await timeOf(() => swarm.host.runPlainly('twenty'))
  const app = await timeOf(async () => swarm.untilEnded(await swarm.request('twenty'), 60_000))
  return {
    ...{ what: 'a run of 20 s, from its request to its evidence', unit: 'ms' },
    ...{ measured: app, bound: plain * LONGER, baseline: plain, against: 'plain ssh' },
  }
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

/** Each line says when it was printed; how much later it lies in the spool, and how much later plain ssh has it. */
async function measureLatency(swarm: Swarm): Promise<Row[]> {
  const run = await swarm.request('stamped')
  await swarm.untilRunning(run)
  const plain: number[] = []
  const tail = spawn(
    'ssh',
    swarm.host.plainSsh(`tail -f -n 0 ${join(swarm.host.runFolder(swarm.hostRunId(run)), 'log')}`),
  )
  tail.stdout.on('data', (chunk: Buffer) => plain.push(...latenessOf(chunk.toString())))
  const app = await readSpool(swarm, run)
  tail.kill()
  return [50, 95].map((inAHundred) => {
    const baseline = percentile(plain, inAHundred)
    return {
      ...{ what: `a line of a log, from the host to the spool, p${inAHundred}`, unit: 'ms' as const },
      ...{ measured: percentile(app, inAHundred), bound: baseline + LATER_MS, baseline, against: 'ssh … tail -f' },
    }
  })
}

async function readSpool(swarm: Swarm, run: number): Promise<number[]> {
  const file = openSync(swarm.spool(run), 'r')
  const buffer = Buffer.alloc(64 * 1024)
  const late: number[] = []
  readSync(file, buffer) // what came before
  while (swarm.run(run).step !== 'ended') {
    const until = performance.now() + 200
    while (performance.now() < until) {
      const length = readSync(file, buffer)
      late.push(...latenessOf(buffer.toString('utf8', 0, length)))
      await setTimeout(POLL_MS)
    }
  }
  closeSync(file)
  return late
}

/** In milliseconds, of the lines that are nanoseconds since the epoch. */
function latenessOf(text: string): number[] {
  const now = performance.timeOrigin + performance.now()
  return [...text.matchAll(/^(\d{19})$/gm)].map(([, stamp]) => now - Number(stamp) / 1e6)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const NEXT = join(process.cwd(), 'node_modules/next/dist/bin/next')
const CLOCK = pathToFileURL(join(process.cwd(), 'e2e/clock/shift.mjs')).href
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/
const START_WITHIN_MS = 30_000
const STOP_WITHIN_MS = 5_000
/** The server reads its clock file at most every 20 ms. */
const CLOCK_READ_AGAIN_MS = 25

/** What a fresh record starts with: nothing, or the practice phase. */
export type Seed = 'empty' | 'redfix'

/** One production server of its own build, with a data folder of its own that goes when it is stopped. */
export type Server = {
  address: string
  dataFolder: string
  /** Everything printed so far, for the report of a failed test. */
  output: () => string
  /** Moves the server's clock on (milliseconds); it never goes back. */
  passTime: (ms: number) => Promise<void>
  stop: () => Promise<void>
}

/** Only what runs there needs the practice host. */
type Given = { practiceHost?: boolean }

/** Starts a server on a free port, on a copy of the database `record` where one is given. Throws with what it printed when it does not come up. */
export async function startServer(seed: Seed, record?: string, { practiceHost = false }: Given = {}): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'))
  if (record !== undefined) {
    await mkdir(join(folder, 'data'))
    await copyFile(record, join(folder, 'data/gatehouse.sqlite'))
  }
  const clockFile = join(folder, 'clock')
  await writeFile(clockFile, '0')
  const child = spawn(process.execPath, [NEXT, 'start', '-H', '127.0.0.1', '-p', '0'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import ${CLOCK}`,
      NEXT_TELEMETRY_DISABLED: '1',
      GATEHOUSE_DIST: '.next-e2e',
      GATEHOUSE_DATA: join(folder, 'data'),
      GATEHOUSE_SEED: seed === 'empty' ? 'none' : seed,
      GATEHOUSE_CLOCK_FILE: clockFile,
      GATEHOUSE_PRACTICE: practiceHost ? 'processes' : 'none',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  let ahead = 0
  return {
    address: await readAddress(child, () => printed),
    dataFolder: join(folder, 'data'),
    output: () => printed,
    passTime: async (ms) => {
      ahead += ms
      await writeFile(`${clockFile}.new`, String(ahead))
      await rename(`${clockFile}.new`, clockFile)
      await new Promise((resolve) => setTimeout(resolve, CLOCK_READ_AGAIN_MS))
    },
    stop: async () => {
      await stop(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The address it prints, once it answers there. */
async function readAddress(child: ChildProcess, printed: () => string): Promise<string> {
  const deadline = performance.now() + START_WITHIN_MS
  while (child.exitCode === null && performance.now() < deadline) {
    const address = ADDRESS.exec(printed())?.[0]
    if (address !== undefined && (await answers(address))) return address
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await stop(child)
  throw new Error(`The server under test did not start:\n${printed()}`)
}

const answers = (address: string): Promise<boolean> =>
  fetch(address, { redirect: 'manual' }).then(
    () => true,
    () => false,
  )

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  const killing = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(killing)
}

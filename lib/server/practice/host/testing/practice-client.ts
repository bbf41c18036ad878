import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { type RunResults, readResults } from '#lib/runs/results/read-results.ts'
import { type PracticeHost, type PracticeHostOptions, startPracticeHost } from '../start-practice-host.ts'

export type Said = { code: number | null; out: string; err: string }
export type Asked = { recipe: string; ref: string; profile: string; from?: string; to?: string; harness?: string }
export type Ran = { rc: string; results: RunResults; log: string; status: string }

/** A practice host in a folder of its own; `release` ends it and removes the folder. */
export async function practiceHost(options: Omit<PracticeHostOptions, 'folder'> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-practice-test-'))
  const host = await startPracticeHost({ folder, ...options })
  const release = async (): Promise<void> => {
    await host.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  return { folder, host, release }
}

export type Login = { user?: string; privateKey?: string; password?: string; asShell?: boolean }

/** One request as the Adversary (or as somebody else). Rejects when the host does not let them in or refuses the channel. */
export function request(host: PracticeHost, command: string, input = '', login: Login = {}): Promise<Said> {
  const key =
    login.password === undefined ? { privateKey: login.privateKey ?? readFileSync(host.keys.adversary, 'utf8') } : {}
  return new Promise((done, failed) => {
    const client = new ssh2.Client()
    client.on('error', failed)
    client.on('ready', () => {
      const take = (error: Error | undefined, channel: ssh2.ClientChannel): void => {
        if (error) {
          client.end()
          failed(error)
          return
        }
        const said: Said = { code: null, out: '', err: '' }
        channel.on('data', (chunk: Buffer) => {
          said.out += chunk.toString('utf8')
        })
        channel.stderr.on('data', (chunk: Buffer) => {
          said.err += chunk.toString('utf8')
        })
        channel.on('exit', (code: number | null) => {
          said.code = code
        })
        channel.on('close', () => {
          client.end()
          done(said)
        })
        channel.end(input)
      }
      if (login.asShell) client.shell(take)
      else client.exec(command, take)
    })
    client.connect({ host: host.address, port: host.port, username: login.user ?? host.user, ...login, ...key })
  })
}

export const commitOf = (folder: string, repository: string, ref: string): string =>
  execFileSync('git', ['-C', join(folder, 'repos', repository), 'rev-parse', `refs/heads/${ref}`], {
    encoding: 'utf8',
  }).trim()

export function startLines(folder: string, asked: Asked): string {
  const lines = [
    `recipe ${asked.recipe}`,
    `commit ${commitOf(folder, asked.recipe, asked.ref)}`,
    `profile ${asked.profile}`,
    ...(asked.from === undefined ? [] : [`from ${asked.from}`, `to ${asked.to}`]),
    ...(asked.harness === undefined ? [] : [`harness ${commitOf(folder, 'harness', asked.harness)}`]),
  ]
  return `${lines.join('\n')}\nend\n`
}

let number = 0

/** Starts a run, follows it to its end and reads its results as the app does. */
export async function carryOut(folder: string, host: PracticeHost, asked: Asked): Promise<Ran> {
  number += 1
  const run = `g${number}-${number.toString(16).padStart(8, '0')}`
  const started = await request(host, `start ${run}`, startLines(folder, asked))
  if (started.code !== 0) throw new Error(`start: ${started.err}`)
  const { out: log } = await request(host, `tail ${run} 0`)
  const { out: status } = await request(host, `status ${run}`)
  const results = readResults((await request(host, `artifact ${run} results.json`)).out)
  if (!results.ok) throw new Error(`${results.refusal.sentence}\n${status}\n${log}`)
  return { rc: /^rc (\d+)$/m.exec(status)?.[1] ?? '', results: results.value, log, status }
}

/** `upgrade: fail, custom: pass …` as a record. */
export const tiersOf = ({ results }: Ran): Record<string, string> =>
  Object.fromEntries(results.tiers.map(({ name, status }) => [name, status]))
export const failedTests = ({ results }: Ran): string[] =>
  results.tiers.flatMap(({ tests }) => tests.filter(({ status }) => status === 'fail').map(({ name }) => name))

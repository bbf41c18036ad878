import { ok, type Refusal, type Result } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import { fetchArtifact } from './fetch-artifact.ts'

/** The files of a run folder of the harness, kept; null where there is none. `troubles`: what was not taken, each a sentence. */
export type FetchedRun = {
  results: KeptFile | null
  log: KeptFile | null
  lint: KeptFile | null
  screenshot: KeptFile | null
  troubles: string[]
}

const FILES = { results: 'results.json', log: 'log', lint: 'lint.txt', screenshot: 'screenshot.png' } as const

/** `name`: of the run folder on the host, as `listHostRuns` gives it. */
export async function fetchHostRun(host: string, side: HostSide, name: string): Promise<Result<FetchedRun, Refusal>> {
  const fetched: FetchedRun = { results: null, log: null, lint: null, screenshot: null, troubles: [] }
  for (const kind of ['results', 'log', 'lint', 'screenshot'] as const) {
    const one = await fetchArtifact(host, side, name, FILES[kind])
    if (!one.ok) return one
    fetched[kind] = one.value.file
    if (one.value.trouble !== null) fetched.troubles.push(one.value.trouble)
  }
  return ok(fetched)
}

import { ok, type Refusal, type Result } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import type { RunResults } from '#lib/runs/results/read-results.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'
import { readResultsFile } from '../runs/read-results-file.ts'
import { fetchArtifact } from './fetch-artifact.ts'
import type { RunOnHost } from './run-on-host.ts'

/** What a run left beside its log, kept. `reading` null: it left no results.json. `troubles`: what could not be taken. */
export type RunFilesOnHost = {
  results: KeptFile | null
  reading: Result<RunResults, { sentence: string }> | null
  lint: KeptFile | null
  junit: KeptFile[]
  screenshot: KeptFile | null
  troubles: string[]
}

export const NO_FILES: RunFilesOnHost = {
  ...{ results: null, reading: null, lint: null, junit: [], screenshot: null, troubles: [] },
}

const MOST_JUNIT = 50
/** The other commands of this side need channels too. */
const AT_ONCE = 4

/** Fetches what the host says is there. Refused: the host or the disk here, to be tried again; what is kept already stays kept. */
export async function fetchRunFiles(
  { host, side, id }: RunOnHost,
  { artifacts }: Pick<HostRunStatus, 'artifacts'>,
): Promise<Result<RunFilesOnHost, Refusal>> {
  const files: RunFilesOnHost = { ...NO_FILES, junit: [], troubles: [] }
  const names = artifacts.map(({ name }) => name)
  const wanted = [
    ...names.filter((name) => name in BESIDE),
    ...names.filter((name) => name.startsWith('junit/')).slice(0, MOST_JUNIT),
  ]
  const all: { name: string; fetched: Awaited<ReturnType<typeof fetchArtifact>> }[] = []
  for (let at = 0; at < wanted.length; at += AT_ONCE)
    all.push(
      ...(await Promise.all(
        wanted
          .slice(at, at + AT_ONCE)
          .map(async (name) => ({ name, fetched: await fetchArtifact(host, side, id, name) })),
      )),
    )
  for (const { name, fetched } of all) {
    if (!fetched.ok) return fetched
    const { file, trouble } = fetched.value
    if (trouble !== null) files.troubles.push(trouble)
    if (file === null) continue
    if (name.startsWith('junit/')) files.junit.push(file)
    else BESIDE[name]?.(files, file)
  }
  if (files.results !== null) files.reading = await readResultsFile(files.results)
  return ok(files)
}

const BESIDE: { [name: string]: (files: RunFilesOnHost, file: KeptFile) => void } = {
  'results.json': (files, file) => {
    files.results = file
  },
  'lint.txt': (files, file) => {
    files.lint = file
  },
  'screenshot.png': (files, file) => {
    files.screenshot = file
  },
}

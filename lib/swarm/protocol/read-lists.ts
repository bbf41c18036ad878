import type { Result } from '#lib/result.ts'
import { ARTIFACT, fieldsOf, type MalformedAnswer } from './fields.ts'

/** A folder that the harness left on the host (`753`, `m2rr-bluesky-pds`). `finishedAtMs` is null where its results do not say so or are missing. */
export type HostRun = { name: string; finishedAtMs: number | null; recipe: string | null; hasResults: boolean }
/** A reference of a repository: `main`, `fix`, `tags/0.8.1+3.5.0`, `pull/4/head`. */
export type HostRef = { commit: string; name: string }

const RUN =
  /^(?<name>[0-9A-Za-z][0-9A-Za-z._+-]{0,59}) (?<finished>\d{1,11}|-) (?<recipe>\S+) (?<results>results|no-results)$/
const REF = /^(?<commit>[0-9a-f]{40}) (?<name>\S+)$/

/** Reads `list runs`; the newest first by what the results say, those that say nothing last. */
export function readRuns(text: string): Result<HostRun[], MalformedAnswer> {
  const { many, finish } = fieldsOf(text, 'The list of runs on the host')
  const runs = many('run', RUN).map(({ name = '', finished, recipe, results }) => ({
    name,
    finishedAtMs: finished === undefined || finished === '-' ? null : Number(finished) * 1000,
    recipe: recipe === undefined || recipe === '-' ? null : recipe,
    hasResults: results === 'results',
  }))
  return finish(runs.toSorted((a, b) => (b.finishedAtMs ?? -1) - (a.finishedAtMs ?? -1)))
}

/** Reads `list refs <recipe>` and `list harness`, in the host's order: main first. */
export function readRefs(text: string): Result<HostRef[], MalformedAnswer> {
  const { many, finish } = fieldsOf(text, 'The list of references on the host')
  return finish(many('ref', REF).map(({ commit = '', name = '' }) => ({ commit, name })))
}

/** Reads `list artifacts <run>`. */
export function readArtifacts(text: string): Result<{ name: string; bytes: number }[], MalformedAnswer> {
  const { many, finish } = fieldsOf(text, 'The list of artifacts on the host')
  return finish(many('artifact', ARTIFACT).map(({ name = '', bytes }) => ({ name, bytes: Number(bytes) })))
}

import type { Result } from '#lib/result.ts'
import { BOOT, fieldsOf, type MalformedAnswer, NUMBER } from './fields.ts'

/** What a run is started with. `harnessCommit` null: the harness as the host has it; `deadlineMs` null: the host file's. */
export type StartRequest = {
  recipe: string
  recipeCommit: string
  profile: string
  harnessCommit: string | null
  pullRequest: number | null
  promote: { from: string; to: string } | null
  deadlineMs: number | null
}

/** `known`: a run of that id had been started before, and nothing was started now. */
export type Started =
  | { outcome: 'started'; runId: string; bootId: string; atMs: number; pid: number }
  | { outcome: 'known'; runId: string }

const RUN_ID = /^(?<id>g\d{1,15}-[0-9a-f]{8})$/

/** The stdin of `start <run id>`. The host checks each line again by its own patterns; a line break in a value would only be a line it refuses. */
export function writeStart(request: StartRequest): string {
  const { promote, deadlineMs } = request
  const lines: [string, string | number | null][] = [
    ['recipe', request.recipe],
    ['commit', request.recipeCommit],
    ['profile', request.profile],
    ['harness', request.harnessCommit],
    ['pr', request.pullRequest],
    ['from', promote?.from ?? null],
    ['to', promote?.to ?? null],
    ['deadline', deadlineMs === null ? null : Math.ceil(deadlineMs / 1000)],
  ]
  return `${lines.flatMap(([key, value]) => (value === null ? [] : [`${key} ${value}\n`])).join('')}end\n`
}

/** Reads what `start` printed when it exited 0. */
export function readStarted(text: string): Result<Started, MalformedAnswer> {
  const { one, maybe, finish } = fieldsOf(text, 'What the host says of the start')
  const known = maybe('exists', RUN_ID)
  if (known !== null) return finish({ outcome: 'known', runId: known.id ?? '' })
  return finish({
    outcome: 'started',
    runId: one('started', RUN_ID).id ?? '',
    bootId: one('boot', BOOT).id ?? '',
    atMs: Number(one('time', NUMBER).number),
    pid: Number(one('pid', NUMBER).number),
  })
}

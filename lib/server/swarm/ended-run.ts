import type { Payloads } from '#lib/ledger/payloads.ts'
import { assembleRun } from '#lib/runs/assemble-run.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { type Concluded, concludeLost, concludeRun } from '#lib/swarm/conclude-run.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { Supervision } from '#lib/swarm/supervision.ts'
import { pressureOf, whyContaminated } from '#lib/swarm/why-contaminated.ts'
import { EVIDENCE_OF } from '#lib/swarm/words.ts'
import type { RunFilesOnHost } from './fetch-run-files.ts'
import type { SealedLog } from './seal-log.ts'

/** All that is known of a run when it is over. `status` null: the host could not be asked any more, and `lostBecause` says why. */
export type EndOfRun = {
  run: RequestedRun
  started: Payloads['run.started']
  startedSeq: number
  status: HostRunStatus | null
  lostBecause: string | null
  log: SealedLog
  files: RunFilesOnHost
  after: Probe | null
  lastByteAt: number | null
  deadlineAt: number
  /** False on a host that shares its machine with others by design. */
  pressureCounts: boolean
}

const iso = (ms: number): string => new Date(ms).toISOString()

/** The run as evidence. Nothing in it is typed: it is what the host said and what was read from its files. */
export function endedRunOf(end: EndOfRun): AttachedRun {
  const { run, started, status, files, log } = end
  const { request, number, phase, failure } = run
  const reading = files.reading?.ok ? files.reading.value : null
  const { conclusion, words } = conclude(end)
  const assembled = assembleRun(
    {
      ...{ phase, failure, ...EVIDENCE_OF[request.profile], conclusion },
      ...{ recipe: request.recipe, recipeVersion: reading?.version ?? request.recipeVersion ?? 'unknown' },
      ...{ recipeCommit: status?.recipe?.commit ?? request.commit, recipeClean: status?.recipe?.clean ?? null },
      // The tests lie in the harness (DOMAIN 4: `tests/<recipe>`): they stand where it stands.
      testCommit: status?.harness?.commit ?? request.harness ?? started.before.harness?.commit ?? null,
      testClean: status?.harness?.clean ?? null,
      harnessCommit: status?.harness?.commit ?? request.harness ?? started.before.harness?.commit ?? null,
      harnessClean: status?.harness?.clean ?? null,
      ...{ host: run.host, startedAt: started.startedAt, endedAt: endedAtOf(end) },
      ...{ tiers: [], level: null, rulesFailed: [], raisedAlarm: false },
      ...{ pullRequest: request.pullRequest, remark: request.remark },
    },
    reading,
    { results: files.results, log: log.file },
    number,
  )
  return { ...assembled, supervised: supervisionOf(end, words) }
}

/** A log that is not the host's, whole, makes nothing green. */
function conclude({ run, status, lostBecause, log, files }: EndOfRun): Concluded {
  const { conclusion, words } =
    status === null || lostBecause !== null
      ? concludeLost(lostBecause ?? 'The host could not be asked how it ended.')
      : concludeRun({ status, results: files.reading, recipe: run.request.recipe })
  const all = [words, log.words, ...files.troubles].filter((sentence) => sentence !== '').join(' ')
  if (conclusion === 'green' && !log.whole) return { conclusion: 'unver', words: all }
  const showsLoad = run.request.profile !== 'load' || status?.loadProfile?.endedAtMs != null
  const decides = conclusion === 'green' || conclusion === 'red'
  return decides && !showsLoad
    ? { conclusion: 'unver', words: `${all} No load is on record that ran beside it to its end.` }
    : { conclusion, words: all }
}

/** By the host's clock. A run that was lost ended, for all that is known, with its last sign of life. */
function endedAtOf({ status, started, lastByteAt }: EndOfRun): string {
  const begun = Date.parse(started.startedAt)
  const seen = lastByteAt === null ? begun : lastByteAt + (started.skewMs ?? 0)
  return iso(Math.max(begun, status?.endedAtMs ?? seen))
}

function supervisionOf(end: EndOfRun, words: string): Supervision {
  const { run, started, startedSeq, status, files, after, lastByteAt, deadlineAt, pressureCounts } = end
  const { before } = started
  return {
    ...{ hostRunId: started.hostRunId, profile: run.request.profile, ref: run.request.ref },
    requestedBy: { ...run.requestedBy, seq: run.requestedSeq },
    ...{ requestedAt: run.requestedAt, begunSeq: startedSeq },
    lastByteAt: lastByteAt === null ? null : iso(lastByteAt),
    ...{ deadlineAt: iso(deadlineAt + (started.skewMs ?? 0)), skewMs: started.skewMs, boot: started.boot },
    exit: { code: status?.rc ?? null, cause: status?.cause ?? null, words },
    ...{ before, after, suspicions: started.suspicions },
    pressure: status === null ? null : pressureOf(status),
    load: loadOf(status),
    ...{ overlap: status?.overlap ?? [], left: status?.left ?? [] },
    contaminated:
      status === null ? [] : whyContaminated({ profile: run.request.profile, before, after, status, pressureCounts }),
    ...{ lint: files.lint, junit: files.junit, screenshot: files.screenshot },
  }
}

function loadOf(status: HostRunStatus | null): Supervision['load'] {
  const load = status?.loadProfile ?? null
  if (load === null) return null
  const { startedAtMs, endedAtMs, words } = load
  return { startedAt: iso(startedAtMs), endedAt: endedAtMs === null ? null : iso(endedAtMs), level: words }
}

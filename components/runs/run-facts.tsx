import { Chip } from '#components/look/chip.tsx'
import { Definition, Term } from '#components/look/definition.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import type { AttachedRun, Checkout, KeptFile } from '#lib/runs/attached-run.ts'
import { conclusionWords } from '#lib/runs/words.ts'
import type { Supervision } from '#lib/swarm/supervision.ts'
import { formatDuration } from '#lib/time/format.ts'
import { formatBytes } from '#lib/words/format-bytes.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { CONCLUSION_LOOK } from './conclusion-look.ts'

export function RunChip({ run, excludedReason }: { run: AttachedRun; excludedReason: string | null }) {
  const { tone, shape } = CONCLUSION_LOOK[run.conclusion]
  return (
    <>
      <Chip tone={tone} shape={shape}>
        {conclusionWords[run.conclusion]}
      </Chip>
      {excludedReason !== null && <Chip tone="stale">left out: {readableText(excludedReason)}</Chip>}
      {run.raisedAlarm && <Chip tone="none">raised the alarm, not counted</Chip>}
    </>
  )
}

/** Where and when it ran, and on exactly what. What nobody said shows as not known. */
export function RunFacts({ run, now }: { run: AttachedRun; now: Date }) {
  const commits = [run.recipeCheckout, run.testCheckout, run.harnessCheckout]
  return (
    <>
      <Panel title="Where and when">
        <Definition>
          <Term name="HOST">{run.host}</Term>
          <Term name="START">
            <UtcTime at={run.startedAt} now={now} show="full" />
          </Term>
          <Term name="END">
            <UtcTime at={run.endedAt} now={now} show="full" />,{' '}
            {formatDuration(Date.parse(run.endedAt) - Date.parse(run.startedAt))}
          </Term>
          <Term name="LEVEL">
            {run.level === null ? 'not known' : `${run.level}, schema ${run.schema ?? 'not known'}`}
          </Term>
          {run.runId !== null && <Term name="RUN ID">{run.runId}</Term>}
        </Definition>
      </Panel>
      <Panel title="Exactly what ran">
        <Definition>
          <Term name="RECIPE">
            <CheckoutWords {...run.recipeCheckout} />
          </Term>
          <Term name="TEST">
            <CheckoutWords {...run.testCheckout} />
          </Term>
          <Term name="HARNESS">
            <CheckoutWords {...run.harnessCheckout} />
          </Term>
          {run.pullRequest !== null && <Term name="FOR">pull request #{run.pullRequest}, by !testme</Term>}
        </Definition>
        {commits.some(({ commit }) => commit === null) && (
          <Note>Without all three commits nobody can tell whether it ran the same as another run.</Note>
        )}
      </Panel>
      <Panel title="Files, sealed">
        <FileWords label="results.json" file={run.results} href={`/api/runs/${run.number}/results`} />
        <FileWords label="Log" file={run.log} href={`/api/runs/${run.number}/log`} />
        {run.supervised !== null && <Artifacts run={run.number} seen={run.supervised} />}
      </Panel>
    </>
  )
}

/** What else the harness left and Gatehouse fetched. */
function Artifacts({ run, seen: { lint, junit, screenshot } }: { run: number; seen: Supervision }) {
  return (
    <>
      <FileWords label="Lint" file={lint} href={`/api/runs/${run}/lint`} />
      {junit.map((file, nth) => (
        <FileWords key={file.name} label="JUnit" file={file} href={`/api/runs/${run}/junit-${nth + 1}`} />
      ))}
      {junit.length === 0 && <FileWords label="JUnit" file={null} href="" />}
      <FileWords label="Screenshot" file={screenshot} href={`/api/runs/${run}/screenshot`} />
    </>
  )
}

function CheckoutWords({ commit, clean }: Checkout) {
  const state = clean === null ? 'clean or not: not known' : clean ? 'clean' : 'with local changes'
  return (
    <>
      <span className="font-mono text-sm wrap-anywhere">{commit ?? 'commit not known'}</span>
      <span className="block text-sm text-mute">{state}</span>
    </>
  )
}

function FileWords({ label, file, href }: { label: string; file: KeptFile | null; href: string }) {
  if (file === null) return <Note>{label}: missing</Note>
  return (
    <p className="mb-2 text-sm">
      <a href={href} download>
        {label}
      </a>{' '}
      {readableText(file.name)}, {formatBytes(file.size)}
      <span className="block font-mono text-xs wrap-anywhere text-mute">SHA-256 {file.sha256}</span>
    </p>
  )
}

import type { Metadata } from 'next'
import { PageFrame } from '#app/page-frame.tsx'
import { submitExclusion } from '#app/phases/[phase]/failures/actions.ts'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { Columns } from '#components/look/columns.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { ExcludePanel } from '#components/runs/exclude-panel.tsx'
import { LogView } from '#components/runs/log-view.tsx'
import { RunChip, RunFacts } from '#components/runs/run-facts.tsx'
import { TierTable } from '#components/runs/tier-table.tsx'
import { ThreadPanel } from '#components/threads/thread-links.tsx'
import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import { gatesThatGoStale, withLeftOut } from '#lib/gates/would-go-stale.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { whyCannotExclude } from '#lib/runs/why-cannot-exclude.ts'
import { conditionWords, deploymentWords } from '#lib/runs/words.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { readLog } from '#lib/server/pages/read-log.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'
import { readRun } from './read-run.ts'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ line?: string }> }

const LINES_PER_PAGE = 200

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run, failure } = await readRun(params)
  return { title: `#${run.number} ${failure}` }
}

export default async function RunPage({ params, searchParams }: Props) {
  const { facts, actor, now, run, failure, excludedReason, attachedBy } = await readRun(params)
  const line = Number((await searchParams).line)
  const asked = Number.isSafeInteger(line) && line > 0 ? line : null
  const log = run.log === null ? null : await readLog(run.log.sha256, asked, LINES_PER_PAGE)
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: facts.phase, href: addressOf.phase(facts.phase) },
          { label: failure, href: addressOf.failure(facts.phase, failure) },
          { label: `run #${run.number}` },
        ]}
      />
      <PageHeader
        title={`Run #${run.number}`}
        suffix={`${run.recipe} ${run.recipeVersion}`}
        chip={<RunChip run={run} excludedReason={excludedReason} />}
      >
        {conditionWords[run.condition]}, {deploymentWords[run.deployment]}, attached by the {attachedBy}. {run.remark}
      </PageHeader>
      <Columns
        aside={
          <>
            <RunFacts run={run} now={now} />
            <ExcludePanel
              action={submitExclusion}
              commandId={newCommandId()}
              phase={facts.phase}
              run={run.number}
              excludedReason={excludedReason}
              disabledReason={whyCannotExclude(actor, attachedBy === ROLE_WORD.adversary)?.sentence ?? null}
              goesStale={gatesThatGoStale(facts, withLeftOut(facts, `#${run.number}`), now)}
            />
            <ThreadPanel
              phase={facts.phase}
              about={evidenceRef('run', run.number)}
              threads={readThreads(facts.phase, actor)}
              reader={actor}
              now={now}
            />
          </>
        }
      >
        <TierTable tiers={run.tiers} />
        <SectionTitle id="log">Log</SectionTitle>
        {log === null && <EmptyState title="No log is attached">What is missing shows as missing.</EmptyState>}
        {log !== null && !log.ok && <EmptyState title="The log cannot be shown">{log.refusal}</EmptyState>}
        {log?.ok && (
          <LogView
            run={run.number}
            lines={log.value.lines}
            lineCount={log.value.lineCount}
            perPage={LINES_PER_PAGE}
            highlight={asked}
          />
        )}
      </Columns>
    </PageFrame>
  )
}

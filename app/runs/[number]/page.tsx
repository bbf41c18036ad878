import type { Metadata } from 'next'
import { PageFrame } from '#app/page-frame.tsx'
import { LogPanel } from '#components/logs/log-panel.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { Columns } from '#components/look/columns.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { BeforeAfter } from '#components/swarm/before-after.tsx'
import { logAddress } from '#lib/logs/log-address.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { type LogQuery, readRunLog } from '#lib/server/pages/read-run-log.ts'
import { readRun } from './read-run.ts'
import { RunAside } from './run-aside.tsx'
import { RunHeader } from './run-header.tsx'
import { RunMatter } from './run-matter.tsx'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<LogQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, failure } = await readRun(params)
  return { title: `#${number} ${failure}` }
}

/** A run, before it starts, while it runs and after it: its log stays in one place, so that who follows it is not thrown out at its end. */
export default async function RunPage({ params, searchParams }: Props) {
  const reading = await readRun(params)
  const { facts, actor, now, number, failure, ended, asked } = reading
  const seen = ended?.run.supervised
  const isLogged = ended !== null || (asked !== null && HAS_LOG[asked.status])
  const logged = {
    number,
    phase: facts.phase,
    failure,
    log: ended?.run.log ?? null,
    expected: asked !== null && isLogged,
  }
  const log = isLogged ? await readRunLog(logged, await searchParams) : null
  const goesOn = log?.ok === true && log.value.goesOnAt !== null
  return (
    <PageFrame
      actor={actor}
      facts={facts}
      now={now}
      stream={goesOn ? logAddress.stream(number) : undefined}
      underWay={asked !== null && asked.status !== 'dropped'}
    >
      <Breadcrumb
        trail={[
          { label: facts.phase, href: addressOf.phase(facts.phase) },
          { label: failure, href: addressOf.failure(facts.phase, failure) },
          { label: `run #${number}` },
        ]}
      />
      <RunHeader reading={reading} />
      <Columns aside={<RunAside reading={reading} />}>
        <RunMatter reading={reading} />
        {isLogged && (
          <>
            <SectionTitle id="log">Log</SectionTitle>
            <LogPanel phase={facts.phase} failure={failure} log={log} />
          </>
        )}
        {/* Below the log, which stays where it is when the run ends. */}
        {seen != null && <BeforeAfter before={seen.before} after={seen.after} own={seen.hostRunId} />}
      </Columns>
    </PageFrame>
  )
}

const HAS_LOG = {
  queued: false,
  starting: true,
  running: true,
  unreachable: true,
  ended: true,
  dropped: false,
} as const

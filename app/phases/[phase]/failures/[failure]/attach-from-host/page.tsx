import { PageFrame } from '#app/page-frame.tsx'
import { submitHostRun } from '#app/phases/[phase]/failures/actions.ts'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Note } from '#components/look/panel.tsx'
import { HostChoice } from '#components/swarm/host-choice.tsx'
import { HostRuns } from '#components/swarm/host-runs.tsx'
import { listHosts } from '#db/swarm/list-hosts.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { PAGE_WAITS_MS, within } from '#lib/server/pages/within.ts'
import { listHostRuns } from '#lib/server/swarm/ask-host.ts'
import { sideOf } from '#lib/swarm/host-settings.ts'
import { isStartedHere } from '#lib/swarm/run-request.ts'
import { chosenHost, usableHosts } from '#lib/swarm/usual-host.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import { type FailureParams, readFailure } from '../read-failure.ts'

type Props = { params: FailureParams; searchParams: Promise<{ host?: string; all?: string }> }

export const metadata = { title: 'Attach from the host' }

/** More are found by naming the recipe. */
const MOST = 100

export default async function AttachFromHostPage({ params, searchParams }: Props) {
  const { facts, actor, now, failure } = await readFailure(params)
  const { phase } = facts
  const asked = await searchParams
  const hosts = usableHosts(listHosts(database()))
  const host = chosenHost(hosts, asked.host)
  const disabledReason = can(actor, 'evidence.attach') ? null : explainPermission(actor, 'evidence.attach')
  const unusable = disabledReason ?? whyNotOn(host)?.sentence ?? null
  const listed =
    unusable !== null || host === null
      ? null
      : await within(PAGE_WAITS_MS, host.host, listHostRuns(host.host, sideOf(actor.role)))
  const all = asked.all === 'yes'
  const runs = (listed?.ok ? listed.value : []).filter(
    ({ name, recipe }) => !isStartedHere(name) && (all || recipe === failure.recipe || recipe === null),
  )
  const here = addressOf.attachFromHost(phase, failure.failure)
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: failure.failure, href: addressOf.failure(phase, failure.failure) },
          { label: 'attach from the host' },
        ]}
      />
      <PageHeader title={`Runs of ${failure.recipe} on ${host?.host ?? 'a host'}`}>
        What the harness left there. A folder’s results and log are copied here and sealed; what it does not say (when
        it started, under which condition) you add before it is recorded.
      </PageHeader>
      <HostChoice hosts={hosts.map((one) => one.host)} host={host?.host ?? null} gate={null} />
      {unusable !== null && <EmptyState title="Nothing can be taken">{unusable}</EmptyState>}
      {listed !== null && !listed.ok && (
        <EmptyState title="The host cannot be asked now">{listed.refusal.sentence}</EmptyState>
      )}
      {listed?.ok && host !== null && (
        <>
          <HostRuns
            action={submitHostRun}
            phase={phase}
            failure={failure.failure}
            host={host.host}
            recipe={all ? null : failure.recipe}
            runs={runs.slice(0, MOST).map((run) => ({ ...run, commandId: newCommandId() }))}
            disabledReason={null}
            now={now}
          />
          {runs.length > MOST && <Note>{runs.length - MOST} older ones are not shown.</Note>}
          <p className="mt-3 text-sm">
            {all ? (
              <AppLink href={here}>Only those of {failure.recipe}</AppLink>
            ) : (
              <AppLink href={`${here}?all=yes`}>Those of every recipe</AppLink>
            )}
          </p>
        </>
      )}
    </PageFrame>
  )
}

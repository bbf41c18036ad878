import { PageFrame } from '#app/page-frame.tsx'
import { submitRun } from '#app/runs/actions.ts'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { AskRunForm, type RefChoices } from '#components/swarm/ask-run-form.tsx'
import { HostChoice } from '#components/swarm/host-choice.tsx'
import { listHosts } from '#db/swarm/list-hosts.ts'
import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { PAGE_WAITS_MS, within } from '#lib/server/pages/within.ts'
import { listRefs } from '#lib/server/swarm/ask-host.ts'
import { sideOf } from '#lib/swarm/host-settings.ts'
import type { KnownHost } from '#lib/swarm/swarm-facts.ts'
import { chosenHost, usableHosts } from '#lib/swarm/usual-host.ts'
import { usualRun } from '#lib/swarm/usual-run.ts'
import { whyCannotRequest, whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import { type FailureParams, readFailure } from '../read-failure.ts'

type Props = { params: FailureParams; searchParams: Promise<{ gate?: string; host?: string }> }

export const metadata = { title: 'Ask for a run' }

export default async function AskRunPage({ params, searchParams }: Props) {
  const { facts, actor, now, failure } = await readFailure(params)
  const { phase } = facts
  const asked = await searchParams
  const hosts = usableHosts(listHosts(database()))
  const host = chosenHost(hosts, asked.host)
  const gate = facts.gates.find((held) => held.gate === asked.gate) ?? null
  const [refs, harnessRefs] = await Promise.all([readRefs(host, actor, failure.recipe), readRefs(host, actor, null)])
  const refusal = whyCannotRequest(
    actor,
    host,
    failure,
    { profile: 'alone', afterClaimOn: null },
    { gates: [], queued: 0 },
  )
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: failure.failure, href: addressOf.failure(phase, failure.failure) },
          { label: 'ask for a run' },
        ]}
      />
      <PageHeader title={`Run ${failure.failure} cold`} suffix={failure.version ?? undefined}>
        From a clean checkout of its own, on {host === null ? 'a host' : host.host}. It waits in{' '}
        <AppLink href={addressOf.swarm()}>the queue</AppLink> until the node is free, and is evidence when it ends,
        however it ends.
      </PageHeader>
      <HostChoice hosts={hosts.map((one) => one.host)} host={host?.host ?? null} gate={gate?.gate ?? null} />
      <AskRunForm
        action={submitRun}
        commandId={newCommandId()}
        phase={phase}
        failure={failure.failure}
        host={host?.host ?? ''}
        usual={usualRun(facts, failure.failure, gate)}
        version={failure.version}
        refs={refs}
        harnessRefs={harnessRefs}
        profiles={host?.probe?.profiles ?? null}
        gates={facts.gates
          .map((held) => held.gate)
          .filter((one) => !facts.claims.some((claim) => claim.gate === one && claim.withdrawn === null))}
        disabledReason={refusal?.sentence ?? null}
      />
    </PageFrame>
  )
}

/** Only for somebody who may ask for a run at all. `recipe` null: the harness. */
async function readRefs(host: KnownHost | null, actor: Actor, recipe: string | null): Promise<RefChoices> {
  if (host === null || whyNotOn(host) !== null || !can(actor, 'run.request')) return []
  const refs = await within(PAGE_WAITS_MS, host.host, listRefs(host.host, sideOf(actor.role), recipe))
  return refs.ok ? refs.value : refs.refusal.sentence
}

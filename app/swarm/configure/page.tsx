import { notFound } from 'next/navigation'
import { PageFrame } from '#app/page-frame.tsx'
import { submitHost, submitHostKey } from '#app/swarm/actions.ts'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { HostForm, HostKeyForm } from '#components/swarm/host-forms.tsx'
import { HostKeyWords } from '#components/swarm/host-key-words.tsx'
import { findHost } from '#db/swarm/list-hosts.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { within } from '#lib/server/pages/within.ts'
import { showHostKey } from '#lib/server/swarm/ask-host.ts'
import type { KnownHost } from '#lib/swarm/swarm-facts.ts'
import { readReader } from '../read-reader.ts'

type Props = { searchParams: Promise<{ host?: string }> }

export const metadata = { title: 'Configure a host' }

const KEY_WAITS_MS = 5_000

/** How a host is reached, and by which key it is known. */
export default async function ConfigureHostPage({ searchParams }: Props) {
  const actor = await requireActor(null)
  if (actor.role === null && readReader(actor).probesAs === undefined) notFound()
  const name = (await searchParams).host
  const host = name === undefined ? null : findHost(database(), name)
  if (name !== undefined && (host === null || host.settings.kind === 'practice')) notFound()
  const disabledReason = can(actor, 'host.configure') ? null : explainPermission(actor, 'host.configure')
  return (
    <PageFrame actor={actor} now={new Date()} current={addressOf.swarm()}>
      <Breadcrumb
        trail={[
          { label: 'swarm', href: addressOf.swarm() },
          { label: host === null ? 'configure a host' : `configure ${host.host}` },
        ]}
      />
      <PageHeader title={host === null ? 'Configure a host' : `Configure ${host.host}`}>
        Gatehouse reaches it by SSH, with a key per side and never with a password. The keys may run one script there
        and nothing else; the host file says what it offers.
      </PageHeader>
      {host !== null && disabledReason === null && <KeyPanel host={host} />}
      <Panel title="How it is reached" narrow>
        <HostForm
          action={submitHost}
          commandId={newCommandId()}
          settings={host?.settings ?? null}
          disabledReason={disabledReason}
        />
      </Panel>
    </PageFrame>
  )
}

/** Asks for the key without trusting it; only who operates the host is shown it. */
async function KeyPanel({ host: { host, fingerprint } }: { host: KnownHost }) {
  const shown = await within(KEY_WAITS_MS, host, showHostKey(host))
  if (!shown.ok)
    return (
      <EmptyState title="Its key cannot be shown">
        {shown.refusal.sentence}
        {fingerprint !== null && ` It was known by ${fingerprint}.`}
      </EmptyState>
    )
  return (
    <Panel title="Its key" narrow>
      <HostKeyWords host={host} shown={shown.value} pinned={fingerprint} />
      {shown.value.fingerprint !== fingerprint && (
        <HostKeyForm
          action={submitHostKey}
          commandId={newCommandId()}
          host={host}
          fingerprint={shown.value.fingerprint}
          changed={fingerprint !== null}
          disabledReason={null}
        />
      )}
    </Panel>
  )
}

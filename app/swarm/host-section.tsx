import { submitProbe } from '#app/swarm/actions.ts'
import { AppLink } from '#components/look/app-link.tsx'
import { ActionLink, Actions } from '#components/look/button.tsx'
import { Chip } from '#components/look/chip.tsx'
import { FormAlert } from '#components/look/form-alert.tsx'
import { Note } from '#components/look/panel.tsx'
import { ProbeForm, RetireForm } from '#components/swarm/host-forms.tsx'
import { LatelyTable } from '#components/swarm/lately-table.tsx'
import { LoadGraph } from '#components/swarm/load-graph.tsx'
import { NodePanel } from '#components/swarm/node-panel.tsx'
import { ProbePanel } from '#components/swarm/probe-panel.tsx'
import { QueuePanel } from '#components/swarm/queue-panel.tsx'
import { explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import type { HostReading } from '#lib/server/pages/read-swarm.ts'
import type { KnownHost } from '#lib/swarm/swarm-facts.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import { submitRetirement } from './actions.ts'
import type { SwarmReader } from './read-reader.ts'
import { ReservationDeeds } from './reservation-deeds.tsx'

/** One host: who has it, who is next, how it is, what ran there lately. */
export function HostSection({ reading, reader, now }: { reading: HostReading; reader: SwarmReader; now: Date }) {
  const { facts, node, watch, waiting, samples, lately } = reading
  const { host, retiredReason } = facts
  return (
    <section aria-labelledby={`host-${host}`}>
      <div className="mt-9 mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-5">
        <h2 id={`host-${host}`} className="text-lg font-semibold">
          {host}
        </h2>
        <HostChips host={facts} />
      </div>
      <HostWords host={facts} operates={reader.operates} />
      {retiredReason === null && (
        <div className="grid items-start gap-x-7 desk:grid-cols-[minmax(0,1fr)_340px] wide:grid-cols-[minmax(0,1fr)_280px]">
          <div className="min-w-0">
            <NodePanel node={node} watch={watch} reads={reader.reads} now={now}>
              <ReservationDeeds node={node} host={facts} reader={reader} />
            </NodePanel>
            <QueuePanel host={host} waiting={waiting} reads={reader.reads} now={now} />
            <LoadGraph host={host} samples={samples} />
          </div>
          <div className="min-w-0">
            <ProbePanel host={facts} underWay={node.underWay?.run.started?.hostRunId ?? null} now={now}>
              <ProbeForm
                action={submitProbe}
                commandId={newCommandId()}
                host={host}
                phase={reader.probesAs ?? ''}
                disabledReason={
                  reader.probesAs === undefined
                    ? explainPermission(reader.actor, 'host.probe')
                    : (whyNotOn(facts)?.sentence ?? null)
                }
              />
            </ProbePanel>
            <HostDeeds host={facts} operates={reader.operates} />
          </div>
        </div>
      )}
      {(retiredReason === null || lately.length > 0) && (
        <>
          <h3 className="mt-2 mb-2 font-semibold">Runs lately</h3>
          <LatelyTable runs={lately.filter(({ phase }) => reader.reads(phase))} now={now} />
        </>
      )}
    </section>
  )
}

function HostChips({ host }: { host: KnownHost }) {
  return (
    <>
      {host.settings.kind === 'practice' && <Chip tone="none">practice</Chip>}
      {host.retiredReason !== null && <Chip tone="none">used no more</Chip>}
      {host.retiredReason === null && host.fingerprint === null && <Chip tone="stale">its key is not confirmed</Chip>}
      {host.retiredReason === null && host.problem !== null && <Chip tone="fail">could not be asked</Chip>}
    </>
  )
}

function HostWords({ host, operates }: { host: KnownHost; operates: boolean }) {
  const { settings, fingerprint, retiredReason } = host
  if (retiredReason !== null) return <Note>{retiredReason}</Note>
  if (settings.kind === 'practice')
    return (
      <Note>
        This host is practice. Gatehouse started it itself, on this machine and reachable from this machine only: a real
        SSH server, the same host script, a small harness, and six specimens that fail like their namesakes. A run takes
        seconds and says nothing about a real swarm.
      </Note>
    )
  return (
    <>
      {fingerprint === null && (
        <FormAlert title="Nothing connects to it yet">
          Nobody has confirmed its key.{' '}
          {operates ? (
            <AppLink href={addressOf.configureHost(host.host)}>Look at its key, and confirm it once</AppLink>
          ) : (
            'The Operator does, once.'
          )}
        </FormAlert>
      )}
      <p className="mb-2.5 text-sm text-mute">
        {settings.alias === null ? settings.address : `alias ${settings.alias}`}
        {settings.user !== null && `, as ${settings.user}`}
        {settings.port !== null && `, port ${settings.port}`}
        {fingerprint !== null && (
          <>
            , known by <span className="font-mono">{fingerprint}</span>
          </>
        )}
      </p>
    </>
  )
}

function HostDeeds({ host: { host, settings }, operates }: { host: KnownHost; operates: boolean }) {
  if (settings.kind === 'practice' || !operates) return null
  return (
    <>
      <Actions>
        <ActionLink href={addressOf.configureHost(host)}>Configure it, look at its key</ActionLink>
      </Actions>
      <RetireForm action={submitRetirement} commandId={newCommandId()} host={host} disabledReason={null} />
    </>
  )
}

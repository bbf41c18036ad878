import { AppLink } from '#components/look/app-link.tsx'
import { DisabledControl } from '#components/look/button.tsx'
import { ReleaseForm, ReserveForm } from '#components/swarm/reservation-forms.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import type { NodeFacts } from '#lib/swarm/node-words.ts'
import { type Reservation, whyCannotRelease } from '#lib/swarm/reservation.ts'
import type { KnownHost } from '#lib/swarm/swarm-facts.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import { submitRelease, submitReservation } from './actions.ts'
import type { SwarmReader } from './read-reader.ts'

type Props = { node: NodeFacts; host: KnownHost; reader: SwarmReader }

/** Taking the node, giving it back, asking who holds it. */
export function ReservationDeeds({ node: { reservation }, host, reader }: Props) {
  if (reservation !== null) return <Standing held={reservation} reader={reader} />
  if (reader.reservesIn.length === 0)
    return (
      <DisabledControl reason={explainPermission(reader.actor, 'reservation.take')}>Reserve the node</DisabledControl>
    )
  return (
    <ReserveForm
      action={submitReservation}
      commandId={newCommandId()}
      host={host.host}
      phases={reader.reservesIn}
      disabledReason={whyNotOn(host)?.sentence ?? null}
    />
  )
}

function Standing({ held, reader }: { held: Reservation; reader: SwarmReader }) {
  const { phase, reservation, role } = held
  if (!reader.reads(phase)) return null
  const actor = { ...reader.actor, role: reader.roleIn(phase) }
  const refusal = whyCannotRelease(held, actor)
  const other = role === 'builder' || role === 'adversary' || role === 'operator' ? role : null
  return (
    <>
      {refusal === null ? (
        <ReleaseForm
          action={submitRelease}
          commandId={newCommandId()}
          phase={phase}
          reservation={reservation}
          overrides={actor.role !== role}
          disabledReason={null}
        />
      ) : (
        <DisabledControl reason={refusal.sentence}>Release the node</DisabledControl>
      )}
      {other !== null && actor.role !== role && can(actor, 'thread.open') && (
        <p className="mt-2 text-sm">
          <AppLink href={addressOf.ask(phase, undefined, other)}>Ask them how long it takes</AppLink>
        </p>
      )}
    </>
  )
}

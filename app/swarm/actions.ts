'use server'

import { configureHost, pinHostKey, retireHost } from '#db/swarm/configure-host.ts'
import { findHost } from '#db/swarm/list-hosts.ts'
import { releaseReservation, takeReservation } from '#db/swarm/reserve.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { because, ok, refuse } from '#lib/result.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { defineHostAction } from '#lib/server/actions/define-host-action.ts'
import { database } from '#lib/server/database.ts'
import { probeHost } from '#lib/server/swarm/ask-host.ts'
import { ProbeInput, ReserveInput } from '#lib/swarm/form-inputs.ts'
import { sideOf } from '#lib/swarm/host-settings.ts'
import { ConfigureHostInput, PinHostKeyInput, ReleaseReservationInput, RetireHostInput } from '#lib/swarm/inputs.ts'
import { reservationEnd } from '#lib/swarm/reservation-end.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'

const toSwarm = ({ seq }: Recorded): string => `/swarm?done=${seq}`

/** Next comes its key. */
export const submitHost = defineAction({
  permission: 'host.configure',
  input: ConfigureHostInput,
  run: configureHost,
  goTo: ({ seq }, { host }) => afterRecording(addressOf.configureHost(host), seq),
})

export const submitHostKey = defineAction({
  permission: 'host.configure',
  input: PinHostKeyInput,
  run: pinHostKey,
  goTo: toSwarm,
})

export const submitRetirement = defineAction({
  permission: 'host.configure',
  input: RetireHostInput,
  run: retireHost,
  goTo: toSwarm,
})

export const submitReservation = defineAction({
  permission: 'reservation.take',
  input: ReserveInput,
  run: (db, command) => {
    const { lasts, until: typed, ...rest } = command.input
    const until = reservationEnd(lasts, typed, command.at)
    if (until === null)
      return refuse(because('no_time', 'Say until when: a UTC time like 14:00, or 2026-06-18 14:00.', 'until'))
    return takeReservation(db, { ...command, input: { ...rest, until } })
  },
  goTo: toSwarm,
})

export const submitRelease = defineAction({
  permission: 'reservation.release',
  input: ReleaseReservationInput,
  run: releaseReservation,
  goTo: toSwarm,
})

/** Whether it answered or not stands on the page. */
export const submitProbe = defineHostAction({
  permission: 'host.probe',
  input: ProbeInput,
  phaseOf: ({ phase }) => (phase === '' ? null : phase),
  act: async ({ input: { host }, actor, at }) => {
    const unusable = whyNotOn(findHost(database(), host))
    if (unusable) return refuse(unusable)
    await probeHost(host, sideOf(actor.role))
    return ok(`/swarm?asked=${at.getTime()}`)
  },
})

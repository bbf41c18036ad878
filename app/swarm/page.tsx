import { notFound } from 'next/navigation'
import { PageFrame } from '#app/page-frame.tsx'
import { ActionLink, Actions, DisabledControl } from '#components/look/button.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { NoHost } from '#components/swarm/no-host.tsx'
import { listPeople } from '#db/people/list-people.ts'
import { explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { readConfiguration } from '#lib/server/configuration.ts'
import { database } from '#lib/server/database.ts'
import { readSwarm } from '#lib/server/pages/read-swarm.ts'
import { HostSection } from './host-section.tsx'
import { readReader } from './read-reader.ts'

export const metadata = { title: 'Swarm' }

/** Who has the node, who is next, how it is: of every host. */
export default async function SwarmPage() {
  const actor = await requireActor(null)
  // Any role anywhere reads it; what is of a phase one may not read is not named.
  if (!listPeople(database()).some(({ person, roles }) => person === actor.person && roles.length > 0)) notFound()
  const now = new Date()
  const reader = readReader(actor)
  const hosts = readSwarm(now)
  const { mode } = readConfiguration()
  return (
    <PageFrame
      actor={actor}
      now={now}
      current={addressOf.swarm()}
      underWay={hosts.some(({ node, waiting }) => node.underWay !== null || waiting.length > 0)}
    >
      <PageHeader title="Swarm">
        One run at a time on a host, first come first served. A reservation keeps the other side from starting.
      </PageHeader>
      {hosts.every(({ facts }) => facts.retiredReason !== null) && <NoHost practice={mode === 'practice'} />}
      {hosts.map((reading) => (
        <HostSection key={reading.facts.host} reading={reading} reader={reader} now={now} />
      ))}
      <Actions>
        {reader.operates ? (
          <ActionLink href={addressOf.configureHost()}>Configure a host</ActionLink>
        ) : (
          <DisabledControl reason={explainPermission(actor, 'host.configure')}>Configure a host</DisabledControl>
        )}
      </Actions>
    </PageFrame>
  )
}

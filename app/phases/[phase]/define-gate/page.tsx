import { Fragment } from 'react'
import { PageFrame } from '#app/page-frame.tsx'
import { submitGate } from '#app/phases/[phase]/actions.ts'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { GateForm } from '#components/phases/gate-form.tsx'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { gatesThatGoStale, withGateChanged } from '#lib/gates/would-go-stale.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'

type Props = { params: Promise<{ phase: string }>; searchParams: Promise<{ gate?: string; usual?: string }> }

/** Asked by any gate unless somebody unticks it. */
const SHARED = ['nothing-owed', 'no-finding'] as const

export const metadata = { title: 'Define a gate' }

export default async function GateFormPage({ params, searchParams }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const asked = await searchParams
  const held = facts.gates.find(({ gate }) => gate === asked.gate) ?? null
  const usual = asked.usual === 'cause' || asked.usual === 'fix' ? USUAL_REQUIREMENTS[asked.usual] : null
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: facts.phase, href: addressOf.phase(facts.phase) },
          { label: held === null ? 'define a gate' : `define ${held.gate} anew` },
        ]}
      />
      <PageHeader title={held === null ? 'Define a gate' : `Define ${held.gate} anew`}>
        A gate is claimed by the Builder and judged by the Adversary, failure by failure.
        {held === null && facts.gates.length > 0 && (
          <>
            {' '}
            One that is there can be defined anew:{' '}
            {facts.gates.map(({ gate }, index) => (
              <Fragment key={gate}>
                {index > 0 && ', '}
                <AppLink href={addressOf.defineGate(facts.phase, gate)}>{gate}</AppLink>
              </Fragment>
            ))}
            .
          </>
        )}
        {held !== null && ' What was judged by its old words is stale from then on.'}
      </PageHeader>
      <Panel narrow>
        <GateForm
          key={asked.usual}
          action={submitGate}
          commandId={newCommandId()}
          phase={facts.phase}
          held={held}
          ticked={usual ?? held?.requirements ?? SHARED}
          goesStale={held === null ? [] : gatesThatGoStale(facts, withGateChanged(facts, held.gate), now)}
          disabledReason={can(actor, 'gate.define') ? null : explainPermission(actor, 'gate.define')}
        />
      </Panel>
    </PageFrame>
  )
}

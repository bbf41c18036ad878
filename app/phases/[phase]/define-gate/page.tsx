import { PageFrame } from '#app/page-frame.tsx'
import { submitGate } from '#app/phases/[phase]/actions.ts'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { GateForm } from '#components/phases/phase-forms.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'

type Props = { params: Promise<{ phase: string }> }

export const metadata = { title: 'Define a gate' }

export default async function GateFormPage({ params }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const disabledReason = can(actor, 'gate.define') ? null : explainPermission(actor, 'gate.define')
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb trail={[{ label: facts.phase, href: addressOf.phase(facts.phase) }, { label: 'define a gate' }]} />
      <PageHeader title="Define a gate">A gate is claimed by the Builder and judged by the Adversary.</PageHeader>
      <Panel narrow>
        <GateForm action={submitGate} commandId={newCommandId()} phase={facts.phase} disabledReason={disabledReason} />
      </Panel>
    </PageFrame>
  )
}

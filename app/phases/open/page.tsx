import { PageFrame } from '#app/page-frame.tsx'
import { submitPhase } from '#app/phases/[phase]/actions.ts'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { PhaseForm } from '#components/phases/phase-forms.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'

export const metadata = { title: 'Open a phase' }

export default async function OpenPhasePage() {
  const actor = await requireActor(null)
  return (
    <PageFrame actor={actor} now={new Date()}>
      <Breadcrumb trail={[{ label: 'phases', href: '/' }, { label: 'open' }]} />
      <PageHeader title="Open a phase">
        If the team keeps a REVIEW file, <AppLink href="/import">import it</AppLink> instead: it names the mission, the
        gates and the failures.
      </PageHeader>
      <Panel narrow>
        <PhaseForm
          action={submitPhase}
          commandId={newCommandId()}
          disabledReason={can(actor, 'phase.open') ? null : explainPermission(actor, 'phase.open')}
        />
      </Panel>
    </PageFrame>
  )
}

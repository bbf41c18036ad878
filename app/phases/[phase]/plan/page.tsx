import { PageFrame } from '#app/page-frame.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { DisabledControl } from '#components/look/button.tsx'
import { Columns } from '#components/look/columns.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { PlanForm } from '#components/phases/plan-form.tsx'
import { PlanText } from '#components/phases/plan-text.tsx'
import { findPlanText } from '#db/phases/find-plan.ts'
import { findDraft } from '#db/working/drafts.ts'
import { untouched } from '#lib/forms/form-state.ts'
import { gatesThatGoStale, withPlanChanged } from '#lib/gates/would-go-stale.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'
import { readUploadDraft } from '#lib/server/uploads/upload-draft.ts'

type Props = { params: Promise<{ phase: string }>; searchParams: Promise<{ draft?: string | string[] }> }

export const metadata = { title: 'The plan' }

export default async function PlanPage({ params, searchParams }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const { phase, plan } = facts
  const { draft: id } = await searchParams
  const draft = typeof id === 'string' ? readUploadDraft(findDraft(database(), id, actor.person)) : null
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb trail={[{ label: phase, href: addressOf.phase(phase) }, { label: 'plan' }]} />
      <PageHeader title={`The plan of ${phase}`}>
        What the gates were agreed on. A PASS is given on the plan as it stands; another text makes it stale.
      </PageHeader>
      <Columns
        aside={
          <Panel title={plan === null ? 'Record it' : 'Record another text'}>
            {can(actor, 'plan.record') ? (
              <PlanForm
                action={`/api/phases/${encodeURIComponent(phase)}/plan`}
                commandId={newCommandId()}
                state={draft?.state ?? untouched}
                name={plan?.name ?? facts.planPath ?? ''}
                goesStale={gatesThatGoStale(facts, withPlanChanged(facts), now)}
              />
            ) : (
              <DisabledControl reason={explainPermission(actor, 'plan.record')}>Record the plan</DisabledControl>
            )}
          </Panel>
        }
      >
        <PlanText plan={plan} text={findPlanText(database(), phase, facts.seq)} now={now} />
      </Columns>
    </PageFrame>
  )
}

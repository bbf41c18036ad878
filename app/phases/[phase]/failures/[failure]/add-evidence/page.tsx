import { PageFrame } from '#app/page-frame.tsx'
import { submitCodeReference, submitDiagnosis, submitObservation } from '#app/phases/[phase]/failures/actions.ts'
import { CodeReferenceForm, ObservationForm } from '#components/evidence/observation-form.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { DiagnoseForm } from '#components/swarm/diagnose-form.tsx'
import { listHosts } from '#db/swarm/list-hosts.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { type CitationQuery, readCitation } from '#lib/server/pages/read-citation.ts'
import { usableHosts } from '#lib/swarm/usual-host.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import { type FailureParams, readFailure } from '../read-failure.ts'

export const metadata = { title: 'Add evidence' }

type Props = { params: FailureParams; searchParams: Promise<CitationQuery> }

export default async function AddEvidencePage({ params, searchParams }: Props) {
  const { facts, actor, now, failure } = await readFailure(params)
  const cited = await readCitation(facts.phase, failure.failure, await searchParams)
  const { phase } = facts
  const disabledReason = can(actor, 'evidence.attach') ? null : explainPermission(actor, 'evidence.attach')
  const shared = { phase, failure: failure.failure, disabledReason }
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: failure.failure, href: addressOf.failure(phase, failure.failure) },
          { label: 'add evidence' },
        ]}
      />
      <PageHeader title={`Evidence for ${failure.failure}`} suffix={failure.version ?? undefined}>
        What somebody saw by hand, or read in code. A run of the harness is{' '}
        <AppLink href={addressOf.attachRun(phase, failure.failure)}>attached with its files</AppLink>.
      </PageHeader>
      <div className="grid items-start gap-x-6 wide:grid-cols-2">
        <div>
          <Panel title="An observation">
            {cited !== null && (
              <Note>
                Lines of the log of <AppLink href={cited.href}>run #{cited.run}</AppLink>, as they are shown there:
                recorded as an observation that names the run, the lines and the log’s SHA-256.
              </Note>
            )}
            <ObservationForm
              action={submitObservation}
              commandId={newCommandId()}
              {...shared}
              offered={cited?.observation}
            />
          </Panel>
          <DiagnoseHere phase={phase} failure={failure.failure} disabledReason={disabledReason} />
        </div>
        <Panel title="A code reference">
          <CodeReferenceForm action={submitCodeReference} commandId={newCommandId()} {...shared} />
        </Panel>
      </div>
    </PageFrame>
  )
}

type DiagnoseProps = { phase: string; failure: string; disabledReason: string | null }

/** What the hosts offer for looking; nothing where there is no host. */
function DiagnoseHere({ disabledReason, ...place }: DiagnoseProps) {
  const hosts = usableHosts(listHosts(database())).filter(({ probe }) => (probe?.diagnoses.length ?? 0) > 0)
  return hosts.map((host) => (
    <Panel key={host.host} title="A look at the host">
      <DiagnoseForm
        action={submitDiagnosis}
        commandId={newCommandId()}
        {...place}
        host={host.host}
        diagnoses={host.probe?.diagnoses ?? []}
        disabledReason={disabledReason ?? whyNotOn(host)?.sentence ?? null}
      />
    </Panel>
  ))
}

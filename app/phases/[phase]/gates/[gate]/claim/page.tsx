import { PageFrame } from '#app/page-frame.tsx'
import { submitClaim } from '#app/phases/[phase]/gates/actions.ts'
import { ClaimForm } from '#components/claims/claim-form.tsx'
import { GapList } from '#components/claims/gap-list.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { citedEvidence } from '#lib/claims/judged.ts'
import { prefillStatement } from '#lib/claims/prefill-statement.ts'
import { listGaps, whyCannotFile } from '#lib/claims/why-cannot-file.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { type GateParams, readGate } from '../read-gate.ts'

export const metadata = { title: 'Claim' }

export default async function ClaimPage({ params }: { params: GateParams }) {
  const { facts, actor, now, decision } = await readGate(params)
  const { gate, claim } = decision
  const revision = (facts.claims.find((held) => held.gate === gate.gate)?.revision ?? 0) + 1
  const reason = can(actor, 'claim.file')
    ? (whyCannotFile(facts, gate, now)?.sentence ?? null)
    : explainPermission(actor, 'claim.file')
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: facts.phase, href: addressOf.phase(facts.phase) },
          { label: gate.gate, href: addressOf.gate(facts.phase, gate.gate) },
          { label: 'claim' },
        ]}
      />
      <PageHeader
        title={claim === null ? `Claim ${gate.gate}` : `Claim ${gate.gate} again`}
        suffix={`revision ${revision}`}
      >
        Prefilled from the classifications and the evidence they cite. Filing freezes it: the Adversary judges exactly
        this.
      </PageHeader>
      <GapList phase={facts.phase} gate={gate.gate} gaps={listGaps(facts, gate, now)} />
      <ClaimForm
        action={submitClaim}
        commandId={newCommandId()}
        phase={facts.phase}
        gate={gate.gate}
        revision={revision}
        parts={draftParts(facts, gate.gate)}
        disabledReason={reason}
      />
    </PageFrame>
  )
}

/** A claim filed before is the first wording where nothing but the wording is new; else what is on record now. */
function draftParts(facts: PhaseFacts, gate: string) {
  const before = facts.claims.find((held) => held.gate === gate)
  return facts.failures.flatMap(({ failure }) => {
    const classification = facts.classifications.find((held) => held.failure === failure)
    const statement = prefillStatement(facts, failure)
    if (!classification || !statement) return []
    const part = before?.parts.find((held) => held.failure === failure)
    const same =
      part !== undefined &&
      part.judged.classification.cause === classification.cause &&
      part.judged.classification.cites.join() === classification.cites.join()
    const evidence = citedEvidence(facts, classification).map(({ ref, summary }) => ({ ref, summary }))
    return [{ failure, statement: same ? part.judged.statement : statement, evidence }]
  })
}

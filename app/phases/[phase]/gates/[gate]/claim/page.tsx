import { PageFrame } from '#app/page-frame.tsx'
import { submitClaim } from '#app/phases/[phase]/gates/actions.ts'
import { ClaimForm } from '#components/claims/claim-form.tsx'
import { GapList } from '#components/claims/gap-list.tsx'
import { GoesStale } from '#components/gates/goes-stale.tsx'
import { VetoNotices } from '#components/gates/veto-notices.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { describeJudged, whatChanged } from '#lib/claims/judged.ts'
import { prefillStatement } from '#lib/claims/prefill-statement.ts'
import { listGaps, whyCannotFile } from '#lib/claims/why-cannot-file.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
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
        Prefilled from what is on record. Filing freezes it: the Adversary judges exactly this.
      </PageHeader>
      <VetoNotices vetoes={decision.vetoes} now={now} />
      <GapList phase={facts.phase} gate={gate.gate} gaps={listGaps(facts, gate, now)} />
      <GoesStale gates={decision.standing === 'passed' ? [gate.gate] : []} what={`Filing revision ${revision}`} />
      <ClaimForm
        action={submitClaim}
        commandId={newCommandId()}
        phase={facts.phase}
        gate={gate.gate}
        revision={revision}
        parts={draftParts(facts, gate)}
        findings={facts.findings.filter((held) => held.gate === gate.gate && held.standing !== 'closed')}
        disabledReason={reason}
      />
    </PageFrame>
  )
}

/** A claim filed before is the first wording where nothing but the wording is new; else what is on record now. */
function draftParts(facts: PhaseFacts, gate: GateDefinition) {
  const before = facts.claims.find((held) => held.gate === gate.gate)
  return facts.failures.flatMap(({ failure }) => {
    const statement = prefillStatement(facts, gate, failure)
    const now = statement && describeJudged(facts, gate, failure, statement)
    if (!now) return []
    const part = before?.parts.find((held) => held.failure === failure)
    const same = part !== undefined && whatChanged({ ...part.judged, statement: now.statement }, now).length === 0
    const evidence = now.evidence.map(({ ref }) => ({
      ref,
      summary: facts.evidence.find((held) => held.ref === ref)?.summary ?? '',
    }))
    return [
      {
        failure,
        statement: same ? part.judged.statement : now.statement,
        evidence,
        same: same && before ? { revision: before.revision, failed: isFailed(facts, gate.gate, part.digest) } : null,
      },
    ]
  })
}

/** Exactly this was ruled FAIL: filed again as it is, it cannot pass. */
const isFailed = ({ rulings }: PhaseFacts, gate: string, digest: string): boolean =>
  rulings.some((held) => held.gate === gate && held.digest === digest && held.result === 'fail')

import { FindingsHere } from '#app/phases/[phase]/findings/findings-here.tsx'
import { OwedHere } from '#app/phases/[phase]/gates/[gate]/owed-here.tsx'
import { submitAskForMore, submitRuling, submitVerdict } from '#app/phases/[phase]/gates/actions.ts'
import { RunColdHere } from '#app/phases/[phase]/run-cold-here.tsx'
import { ActionLink, Actions, DisabledControl } from '#components/look/button.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { ThreadPanel } from '#components/threads/thread-links.tsx'
import { MoreForm } from '#components/verdicts/more-form.tsx'
import { RulingForm, VerdictForm } from '#components/verdicts/ruling-form.tsx'
import type { ClaimPart } from '#lib/claims/claim-part.ts'
import { whyCannotFile } from '#lib/claims/why-cannot-file.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { Answer } from '#lib/gates/answer.ts'
import type { FailureDecision } from '#lib/gates/evaluate-gate.ts'
import { findOwnChecks } from '#lib/gates/own-checks.ts'
import { wordTooOld } from '#lib/gates/ruling-standing.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { MS_PER_HOUR } from '#lib/phases/inputs.ts'
import type { PhaseFacts, RulingFacts } from '#lib/phases/phase-facts.ts'
import { brokenTier } from '#lib/runs/tiers.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'
import { formatAge } from '#lib/time/format.ts'
import { whyCannotGiveVerdict } from '#lib/verdicts/why-cannot-give-verdict.ts'
import { whyCannotRule } from '#lib/verdicts/why-cannot-rule.ts'
import type { readGate } from './read-gate.ts'
import { VetoPanel } from './veto-panel.tsx'
import { WithdrawPanel } from './withdraw-panel.tsx'

type Reading = Awaited<ReturnType<typeof readGate>>

/** What the reader may do at this gate: rule and give the verdict, or claim; disabled controls say why. */
export function DeskAside({ reading, current }: { reading: Reading; current: FailureDecision }) {
  const { facts, actor, now, decision, turn } = reading
  const { phase } = facts
  const { gate, claim, failures, passed, failed } = decision
  const { failure } = current.failure
  const part = claim?.parts.find((held) => held.failure === failure)
  const cannotRule = (result: 'pass' | 'fail') =>
    whyCannotRule(facts, gate, failure, actor, result, now)?.sentence ?? null
  const cannotGive = (result: 'pass' | 'fail') => whyCannotGiveVerdict(decision, actor, result)?.sentence ?? null
  // Once claimed, what somebody types stays on the page whatever others record meanwhile; only the buttons change.
  const wasClaimed = facts.claims.some((one) => one.gate === gate.gate)
  const own = findOwnChecks(facts, gate.gate, failure, actor.person).checks.map(({ ref }) => ref)
  const held = facts.rulings.find((one) => one.gate === gate.gate && one.failure === failure)
  const summary = `${passed} PASS · ${failed} FAIL · ${failures.length - passed - failed} open.`
  return (
    <>
      <RulingForm
        action={submitRuling}
        commandId={newCommandId()}
        phase={phase}
        gate={gate.gate}
        failure={failure}
        digest={part?.digest ?? 'none'}
        writes={can(actor, 'ruling.record') && wasClaimed}
        finding={draftFinding(facts, part, own)}
        evidence={facts.evidence.filter((held) => held.failure === failure)}
        own={own}
        cannot={{ pass: cannotRule('pass'), fail: cannotRule('fail') }}
        rulingRead={held?.seq ?? null}
        onRecord={held ? <RulingWords ruling={held} carriedFrom={current.carriedFrom} facts={facts} now={now} /> : null}
        renewal={isOnlyOld(current.ruling, facts) ? UNCHANGED : []}
        lifetimeHours={facts.lifetimeMs / MS_PER_HOUR}
      />
      {(actor.role === 'builder' || actor.role === 'adversary') && (
        <RunColdHere facts={facts} failure={current.failure} gate={gate} actor={actor} />
      )}
      {actor.role === 'adversary' && <OwedHere facts={facts} gate={gate} now={now} actor={actor} />}
      <MoreForm
        action={submitAskForMore}
        commandId={newCommandId()}
        phase={phase}
        gate={gate.gate}
        failure={failure}
        digest={part?.digest ?? 'none'}
        writes={can(actor, 'more.ask') && wasClaimed}
        reason={can(actor, 'more.ask') ? cannotRule('fail') : explainPermission(actor, 'more.ask')}
      />
      <VerdictForm
        action={submitVerdict}
        commandId={newCommandId()}
        phase={phase}
        gate={gate.gate}
        digest={claim?.digest ?? 'none'}
        summary={summary}
        writes={can(actor, 'verdict.record') && wasClaimed}
        cannot={{ pass: cannotGive('pass'), fail: cannotGive('fail') }}
      />
      <Panel title="The claim on this gate">
        <Note>{turn.role === null ? turn.what : `It is the ${ROLE_WORD[turn.role]}’s turn: ${turn.what}.`}</Note>
        <Actions>
          <ClaimControl
            href={addressOf.claim(phase, gate.gate)}
            reason={
              can(actor, 'claim.file')
                ? (whyCannotFile(facts, gate, now)?.sentence ?? null)
                : explainPermission(actor, 'claim.file')
            }
            again={claim !== null}
            gate={gate.gate}
          />
        </Actions>
        {claim !== null && <WithdrawPanel phase={phase} gate={gate.gate} revision={claim.revision} actor={actor} />}
      </Panel>
      <FindingsHere facts={facts} actor={actor} now={now} gate={gate.gate} />
      <ThreadPanel phase={phase} about={gate.gate} threads={readThreads(phase, actor)} reader={actor} now={now} />
      <VetoPanel facts={facts} gate={gate.gate} actor={actor} />
    </>
  )
}

/** A ruling's words, with what is left of its time. */
function RulingWords({
  ruling,
  carriedFrom,
  facts,
  now,
}: {
  ruling: RulingFacts
  carriedFrom: number | null
  facts: PhaseFacts
  now: Date
}) {
  const until = new Date(Date.parse(ruling.at) + facts.lifetimeMs)
  return (
    <>
      {ruling.result.toUpperCase()}, <UtcTime at={ruling.at} now={now} />, on revision {ruling.revision}
      {carriedFrom !== null && `; carried from revision ${carriedFrom}, nothing it judged changed`}
      {ruling.result === 'pass' && now < until && `; fresh for another ${formatAge(now, until)}`}
    </>
  )
}

const UNCHANGED = [
  'the claim’s text',
  'what it rests on',
  'the commits',
  'the gate’s criteria and requirements',
  'the plan',
]

/** Stale by its age alone: what it judged is as it was. */
const isOnlyOld = (ruling: Answer, { lifetimeMs }: PhaseFacts): boolean =>
  ruling.kind === 'stale' && ruling.because === wordTooOld(lifetimeMs)

/** What a FAIL would open its finding with: where the newest own check broke, lint too, at the head that is claimed. */
function draftFinding(
  facts: PhaseFacts,
  part: ClaimPart | undefined,
  own: readonly EvidenceRef[],
): { repro: string; stage: string } {
  const heads = part?.judged.fixes.map(({ head }) => `# at ${head}`) ?? []
  const tiers = facts.evidence.findLast(({ ref, run }) => own.includes(ref) && run !== null)?.run?.tiers ?? []
  const lint = tiers.find(({ name, status }) => name === 'lint' && status === 'fail')
  const stage = (brokenTier(tiers) ?? lint)?.name ?? ''
  return { repro: [...heads, part?.judged.statement.how ?? ''].join('\n'), stage }
}

function ClaimControl({
  href,
  reason,
  again,
  gate,
}: {
  href: string
  reason: string | null
  again: boolean
  gate: string
}) {
  const label = again ? `Claim ${gate} again` : `Claim ${gate}`
  return reason === null ? (
    <ActionLink href={href} tone="primary" shortcut="c">
      {label}
    </ActionLink>
  ) : (
    <DisabledControl reason={reason}>{label}</DisabledControl>
  )
}

import { submitRuling, submitVerdict } from '#app/phases/[phase]/gates/actions.ts'
import { FindingsPanel } from '#components/findings/findings-panel.tsx'
import { ActionLink, Actions, DisabledControl } from '#components/look/button.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { RulingForm, VerdictForm } from '#components/verdicts/ruling-form.tsx'
import { whyCannotFile } from '#lib/claims/why-cannot-file.ts'
import type { FailureDecision } from '#lib/gates/evaluate-gate.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { RulingFacts } from '#lib/phases/phase-facts.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
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
        how={part?.judged.statement.how ?? ''}
        evidence={facts.evidence.filter((held) => held.failure === failure)}
        cannot={{ pass: cannotRule('pass'), fail: cannotRule('fail') }}
        onRecord={held ? <RulingWords ruling={held} now={now} /> : null}
      />
      <VerdictForm
        action={submitVerdict}
        commandId={newCommandId()}
        phase={phase}
        gate={gate.gate}
        digest={claim?.digest ?? 'none'}
        summary={summary}
        cannot={{ pass: cannotGive('pass'), fail: cannotGive('fail') }}
      />
      <Panel title="The claim on this gate">
        <Note>{turn.role === null ? turn.what : `It is the ${ROLE_WORD[turn.role]}’s turn ${turn.what}.`}</Note>
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
      <FindingsPanel facts={facts} gate={gate.gate} now={now} />
      <VetoPanel facts={facts} gate={gate.gate} actor={actor} />
    </>
  )
}

function RulingWords({ ruling, now }: { ruling: RulingFacts; now: Date }) {
  return (
    <>
      {ruling.result.toUpperCase()}, <UtcTime at={ruling.at} now={now} />, on revision {ruling.revision}
    </>
  )
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

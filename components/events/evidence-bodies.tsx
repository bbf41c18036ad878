import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Commands } from '#components/look/definition.tsx'
import { Fold } from '#components/look/fold.tsx'
import { TierStrip } from '#components/look/tier-strip.tsx'
import { CONCLUSION_LOOK } from '#components/runs/conclusion-look.ts'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { summariseCode } from '#lib/evidence/describe.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import { FIX_KIND_WORD, FIX_ROUTE_WORD } from '#lib/fixes/words.ts'
import type { Payloads } from '#lib/ledger/payloads.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { conclusionWords } from '#lib/runs/words.ts'
import { sideWord } from '#lib/swarm/node-words.ts'
import type { Supervision } from '#lib/swarm/supervision.ts'
import { formatDuration, formatFull } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { Quote } from './quote.tsx'

export function RunBody({ run }: { run: Payloads['run.attached'] }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Chip tone={CONCLUSION_LOOK[run.conclusion].tone} shape={CONCLUSION_LOOK[run.conclusion].shape}>
          {conclusionWords[run.conclusion]}
        </Chip>
        {run.tiers.length > 0 && <TierStrip tiers={run.tiers} />}
        <span className="text-sm text-mute">
          {[
            readableText(run.recipeVersion),
            run.level === null ? null : `level ${run.level} (schema ${run.schema ?? 'not known'})`,
            formatDuration(Date.parse(run.endedAt) - Date.parse(run.startedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <AppLink href={addressOf.run(run.number)}>open</AppLink>
      </p>
      {run.raisedAlarm && <p className="text-sm text-mute">This run raised the alarm: shown, not counted.</p>}
      {run.supervised !== null && <SupervisionLines supervised={run.supervised} />}
      {run.remark !== '' && <Quote>{run.remark}</Quote>}
    </>
  )
}

/** Whose it is, how it ended, and why it counts for nothing where it was not alone. */
function SupervisionLines({ supervised }: { supervised: Supervision }) {
  const { requestedBy, exit, contaminated, suspicions } = supervised
  const odd = suspicions.length === 0 ? '' : ` Odd before it: ${suspicions.join(' ')}`
  return (
    <>
      {contaminated.length > 0 && (
        <p>
          <Chip tone="stale">contaminated, left out</Chip> {readableText(contaminated.join(' '))}
        </p>
      )}
      <p className="text-sm text-mute">
        {readableText(`Requested by ${sideWord(requestedBy.role)}. ${exit.words}${odd}`)}
      </p>
    </>
  )
}

export function ObservationBody({ observation }: { observation: Payloads['observation.recorded'] }) {
  return (
    <>
      <Commands>{observation.command}</Commands>
      <p className="text-sm text-mute">
        {observation.by === 'host'
          ? `given and read by Gatehouse on ${readableText(observation.host)}`
          : 'typed by hand'}
      </p>
      <Fold
        summary={`What it printed on ${readableText(observation.host)}, ${formatFull(observation.observedAt)}`}
        open={observation.output.length < 600}
      >
        <Quote mono>{observation.output}</Quote>
        <p className="mt-1 text-xs wrap-anywhere text-mute">sealed, SHA-256 {observation.sha256}</p>
      </Fold>
    </>
  )
}

export function CodeBody({ code }: { code: Payloads['code.cited'] }) {
  return (
    <>
      <p>
        <span className="font-mono text-sm">{summariseCode(code)}</span>{' '}
        <span className="text-mute">in {readableText(code.repository)}</span>
      </p>
      {code.shows !== '' && <Quote>{code.shows}</Quote>}
      <Fold summary={`Lines ${code.fromLine} to ${code.toLine}`} open={code.lines.length < 900}>
        <Quote mono>{code.lines}</Quote>
        <p className="mt-1 text-xs wrap-anywhere text-mute">
          commit {code.commit}, SHA-256 {code.sha256}
        </p>
      </Fold>
    </>
  )
}

export function ClassificationBody({ classification }: { classification: Payloads['classification.proposed'] }) {
  const { behaviour, place, cause, plainWords, cites } = classification
  return (
    <>
      <p>
        {BEHAVIOUR_WORD[behaviour]} · <b>{PLACE_WORD[place]}</b>{' '}
        {cites.length > 0 && <span className="text-sm text-mute">rests on {cites.join(', ')}</span>}
      </p>
      <Quote>{cause}</Quote>
      <p className="text-sm text-mute">In plain words: {readableText(plainWords)}</p>
    </>
  )
}

export function ClaimBody({ claim, failure }: { claim: Payloads['claim.filed']; failure: string | null }) {
  const part = claim.parts.find((held) => held.failure === failure)
  return (
    <p>
      <Chip tone="claim">
        {claim.gate} claimed, revision {claim.revision}
      </Chip>{' '}
      {part
        ? readableText(part.judged.statement.what)
        : `for ${claim.parts.length === 1 ? 'one failure' : `all ${claim.parts.length}`}.`}
    </p>
  )
}

export function FixBody({ fix }: { fix: Payloads['fix.attached'] }) {
  const { kind, repository, pullRequest, head, state, route, changes, promotion, promotionReason } = fix
  return (
    <>
      <p>
        {FIX_KIND_WORD[kind]}
        {pullRequest === null ? '' : ` #${pullRequest}`} of {readableText(repository)}, {state} at{' '}
        <span className="font-mono text-sm">{shortCommit(head)}</span>{' '}
        <span className="text-sm text-mute">verified by: {FIX_ROUTE_WORD[route]}</span>
      </p>
      <Quote>{changes}</Quote>
      {promotion === 'nothing-promoted' && (
        <p className="text-sm text-mute">Nothing is promoted: {readableText(promotionReason)}</p>
      )}
    </>
  )
}

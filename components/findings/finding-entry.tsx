import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Commands } from '#components/look/definition.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { FindingFacts, Mark } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { FINDING_LOOK } from './finding-look.ts'

/** One finding: what is wrong and how to see it, where it stands, with what it was addressed or closed, and by whom. */
export function FindingEntry({ phase, held, now }: { phase: string; held: FindingFacts; now: Date }) {
  const { word, tone, shape, moved } = FINDING_LOOK[held.standing]
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
        <span className="min-w-0 wrap-anywhere">{held.finding}</span>
        <Chip tone={tone} shape={shape}>
          {word}
        </Chip>
      </h3>
      <p className="wrap-anywhere whitespace-pre-wrap">{readableText(held.text)}</p>
      <p className="text-sm wrap-anywhere text-mute">
        On <AppLink href={addressOf.gate(phase, held.gate, held.failure)}>{held.gate}</AppLink>, revision{' '}
        {held.revision},{' '}
        <AppLink href={addressOf.eventOfFailure(phase, held.failure, held.seq)}>{held.failure}</AppLink>
        {held.stage !== null && <>, at {readableText(held.stage)}</>}
        {held.head !== null && (
          <>
            , at commit <span className="font-mono">{shortCommit(held.head)}</span>
          </>
        )}
        . Opened <By mark={held} now={now} />.
      </p>
      {held.moved.seq !== held.seq && (
        <p className="mt-1.5 wrap-anywhere">
          {moved} <By mark={held.moved} now={now} />: {readableText(held.moved.words)}
          {held.moved.cites.length > 0 && <span className="text-mute"> ({held.moved.cites.join(', ')})</span>}
        </p>
      )}
      {held.repro !== '' && (
        <details className="folded mt-1.5">
          <summary className="rounded-small py-[3px] text-sm text-mute">How to see it</summary>
          <Commands>{held.repro}</Commands>
        </details>
      )}
    </>
  )
}

function By({ mark: { role, at }, now }: { mark: Mark; now: Date }) {
  return (
    <>
      by {role === 'system' ? 'Gatehouse' : `the ${ROLE_WORD[role]}`} <UtcTime at={at} now={now} />
    </>
  )
}

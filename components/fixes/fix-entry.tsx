import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Definition, Term } from '#components/look/definition.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { describeFixState, isChecked, nameFix, shortCommit } from '#lib/fixes/describe-fix.ts'
import { isMergedEarly } from '#lib/fixes/merged-early.ts'
import { FIX_ROUTE_WORD } from '#lib/fixes/words.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { FixFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { capital } from '#lib/words/capital.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { FIX_LOOK, MERGED_EARLY } from './fix-look.ts'
import { FixRuns } from './fix-runs.tsx'

/** One fix: what it is, where it stands and who says so, how it is verified, and by which runs it is. */
export function FixEntry({ facts, fix, now }: { facts: PhaseFacts; fix: FixFacts; now: Date }) {
  const { word, tone, shape } = isMergedEarly(facts, fix) ? MERGED_EARLY : FIX_LOOK[fix.state]
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
        <span className="min-w-0 wrap-anywhere">{capital(readableText(nameFix(fix)))}</span>
        <Chip tone={tone} shape={shape}>
          {word}
        </Chip>
        {!isChecked(fix) && <Chip tone="stale">not checked</Chip>}
      </h3>
      <p className="mb-2.5 text-sm text-mute">{capital(describeFixState(fix, now))}.</p>
      <Definition>
        <Term name="CHANGES">
          <span className="whitespace-pre-wrap wrap-anywhere">{readableText(fix.changes)}</span>
        </Term>
        <Term name="ROUTE">{FIX_ROUTE_WORD[fix.route]}</Term>
        <Term name="PROMOTES">
          <span className="wrap-anywhere">
            {fix.promotion === 'promotes'
              ? 'yes: the warm advance has to work again'
              : `nothing is promoted: ${readableText(fix.promotionReason)}`}
          </span>
        </Term>
        <Term name="RUNS">
          <FixRuns facts={facts} fix={fix} />
        </Term>
        {fix.heads.length > 1 && (
          <Term name="HEADS">
            <Heads phase={facts.phase} fix={fix} now={now} />
          </Term>
        )}
      </Definition>
    </>
  )
}

/** Every commit it stood at, the present one first. */
function Heads({ phase, fix, now }: { phase: string; fix: FixFacts; now: Date }) {
  return (
    <ul>
      {fix.heads.toReversed().map(({ head, seq, at }, index) => (
        <li key={seq} className={index === 0 ? undefined : 'text-mute'}>
          <AppLink
            href={addressOf.eventOfFailure(phase, fix.failure, seq)}
            className="inline-block py-[3px] font-mono text-sm"
          >
            {shortCommit(head)}
          </AppLink>{' '}
          <span className="text-sm text-mute">
            {index === 0 ? 'now, since ' : 'since '}
            <UtcTime at={at} now={now} />
          </span>
        </li>
      ))}
    </ul>
  )
}

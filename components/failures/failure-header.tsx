import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { Kbd } from '#components/look/kbd.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { FailureFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = { facts: PhaseFacts; failure: FailureFacts; before: FailureFacts | null; after: FailureFacts | null }

/** Which failure this is, which version, what the sweep recorded and what the Builder says now; with the way to its neighbours. */
export function FailureHeader({ facts, failure, before, after }: Props) {
  const said = facts.classifications.find((held) => held.failure === failure.failure)
  return (
    <>
      <Breadcrumb
        trail={[
          { label: facts.phase, href: addressOf.phase(facts.phase) },
          { label: `failure ${failure.position} of ${facts.failures.length}` },
        ]}
      >
        {before && <Neighbour phase={facts.phase} failure={before.failure} shortcut="k" />}
        {after && <Neighbour phase={facts.phase} failure={after.failure} shortcut="j" />}
      </Breadcrumb>
      <PageHeader title={failure.failure} suffix={failure.version ?? undefined}>
        {failure.sweptAs === null ? 'The sweep recorded no cause. ' : `The sweep recorded “${failure.sweptAs}”. `}
        {said ? (
          <>
            The Builder says <b className="text-ink">{BEHAVIOUR_WORD[said.behaviour]}</b>, cause in:{' '}
            <b className="text-ink">{PLACE_WORD[said.place]}</b>. {readableText(said.plainWords)}
          </>
        ) : (
          'Nobody has classified it yet.'
        )}
        {failure.image !== null && <span className="block font-mono text-sm">{readableText(failure.image)}</span>}
      </PageHeader>
    </>
  )
}

function Neighbour({ phase, failure, shortcut }: { phase: string; failure: string; shortcut: string }) {
  return (
    <AppLink href={addressOf.failure(phase, failure)} data-key={shortcut} aria-keyshortcuts={shortcut}>
      <Kbd>{shortcut}</Kbd> {failure}
    </AppLink>
  )
}

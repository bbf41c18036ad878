import { Dot, type DotKind, Dots } from '#components/look/dots.tsx'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import type { Conclusion } from '#lib/runs/words.ts'
import { readableText } from '#lib/words/readable-text.ts'

const KIND = { green: 'green', red: 'red', unver: 'unver', cancelled: 'left-out', lost: 'unver' } satisfies Record<
  Conclusion,
  DotKind
>

/** So many are told apart at a glance; of more the latest are drawn, and the earlier ones counted. */
const MOST = 24

/** Runs in the order they were attached; left-out ones dashed, the Adversary's own ringed. Shows nothing when there is none. */
export function RunDots({ runs }: { runs: EvidenceFacts[] }) {
  const earlier = runs.length - MOST
  if (runs.length === 0) return null
  return (
    <Dots>
      {earlier > 0 && <span className="text-sm text-mute">{earlier} earlier,</span>}
      {runs
        .slice(-MOST)
        .map(({ ref, run, leftOut, role }) =>
          run === null ? null : (
            <Dot
              key={ref}
              kind={leftOut === null ? KIND[run.conclusion] : 'left-out'}
              name={ref}
              own={role === 'adversary'}
              because={leftOut === null ? undefined : readableText(leftOut)}
            />
          ),
        )}
    </Dots>
  )
}

import { type Shape, Sign } from './sign.tsx'

export type TierStripStatus = 'pass' | 'fail' | 'skip' | 'unver' | 'running'
export type TierStripTier = { name: string; status: TierStripStatus }

const TIERS = {
  pass: { look: 'bg-passbg text-pass', shape: null, word: 'passed' },
  fail: { look: 'bg-failbg font-semibold text-fail', shape: 'cross', word: 'failed' },
  skip: { look: 'text-mute', shape: 'dash', word: 'skipped as intended' },
  unver: { look: 'bg-stalebg text-stale', shape: 'ring', word: 'did not run' },
  running: { look: 'bg-claimbg text-claim', shape: 'half', word: 'running' },
} satisfies Record<TierStripStatus, { look: string; shape: Shape | null; word: string }>

const CELL = 'inline-flex items-center gap-1 -mt-px -ml-px border-t border-l border-line2 px-[7px] py-px'

/** The stages of a run in their order. `label` leads the strip where several stand under each other (`alone`, `L8`). */
export function TierStrip({ tiers, label }: { tiers: readonly TierStripTier[]; label?: string | undefined }) {
  return (
    <span className="inline-flex max-w-full flex-wrap overflow-hidden rounded-small border border-line2 align-middle text-2xs leading-[17px]">
      {label !== undefined && <span className={`${CELL} bg-panel`}>{label}</span>}
      {tiers.map(({ name, status }) => {
        const { look, shape, word } = TIERS[status]
        return (
          <span key={name} className={`${CELL} ${look}`} title={`${name}: ${word}`}>
            {shape !== null && <Sign shape={shape} size="tiny" />}
            {name}
            <span className="sr-only"> {word}, </span>
          </span>
        )
      })}
    </span>
  )
}

import { Sign } from '#components/look/sign.tsx'
import { wordGoesStale } from '#lib/gates/would-go-stale.ts'

/** Which PASSes would count no more, said before anything is saved: `Saving a new head makes M2’s PASS stale.` */
export function GoesStale({ gates, what }: { gates: readonly string[]; what?: string }) {
  if (gates.length === 0) return null
  return (
    <p className="mb-3.5 grid max-w-[44rem] grid-cols-[22px_minmax(0,1fr)] rounded-field bg-stalebg px-3 py-2">
      <span className="flex h-[21px] items-center text-stale">
        <Sign shape="triangle" size="large" />
      </span>
      <span>{wordGoesStale(gates, what)}</span>
    </p>
  )
}

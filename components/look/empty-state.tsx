import type { ReactNode } from 'react'

/** Nothing here yet: says what would be, and offers the first step. */
export function EmptyState({ title, action, children }: { title: string; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-4 rounded-panel border border-dashed border-line2 px-[18px] py-5">
      <p className="font-semibold">{title}</p>
      {children !== undefined && <p className="mt-0.5 max-w-[70ch] text-mute">{children}</p>}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  )
}

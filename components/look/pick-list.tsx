import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { inReadableWords } from './in-readable-words.ts'

/** The list at the side of a desk: one is at hand, the others are a step away. */
export function PickList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-panel">{children}</ul>
    </nav>
  )
}

type ItemProps = { href: string; current?: boolean; chip: ReactNode; sub?: ReactNode; children: ReactNode }

export function PickItem({ href, current = false, chip, sub, children }: ItemProps) {
  const look = current ? 'bg-claimbg/60 shadow-[inset_3px_0_var(--color-claim)]' : 'hover:bg-nonebg/50'
  return (
    <li>
      <AppLink
        href={href}
        aria-current={current ? 'true' : undefined}
        className={`flex items-start justify-between gap-2 px-[14px] py-[9px] no-underline focus-visible:-outline-offset-2 ${look}`}
      >
        <span>
          <span className={current ? 'font-semibold' : undefined}>{inReadableWords(children)}</span>
          {sub !== undefined && <span className="block text-sm text-mute">{inReadableWords(sub)}</span>}
        </span>
        {chip}
      </AppLink>
    </li>
  )
}

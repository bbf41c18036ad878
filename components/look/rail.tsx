import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

/** The gates of a phase in the order they open, DONE last. */
export function Rail({ label = 'Gates', children }: { label?: string; children: ReactNode }) {
  return (
    <ol
      aria-label={label}
      className="mt-[22px] mb-1.5 flex flex-col divide-line rounded-panel border border-line bg-panel max-wide:divide-y wide:flex-row wide:divide-x"
    >
      {children}
    </ol>
  )
}

type StationProps = { name: string; chip: ReactNode; href?: string | undefined; children?: ReactNode }

export function RailGate({ name, chip, href, children }: StationProps) {
  return (
    <li className="min-w-0 flex-1 px-[18px] py-[14px]">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="text-lg font-[650]">{href === undefined ? name : <AppLink href={href}>{name}</AppLink>}</span>
        {chip}
      </div>
      {children !== undefined && <p className="mt-1.5 line-clamp-[9] text-md text-pretty text-mute">{children}</p>}
    </li>
  )
}

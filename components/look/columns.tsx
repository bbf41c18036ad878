import type { ReactNode } from 'react'

/** The matter and, beside it, what to do about it. */
export function Columns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-start gap-x-7 desk:grid-cols-[minmax(0,1fr)_340px] wide:grid-cols-[minmax(0,1fr)_280px]">
      <div className="min-w-0">{children}</div>
      <aside className="min-w-0">{aside}</aside>
    </div>
  )
}

type DeskProps = { list: ReactNode; aside: ReactNode; children: ReactNode }

/** What there is to judge, the one at hand, and the ruling. */
export function Desk({ list, aside, children }: DeskProps) {
  return (
    <div className="grid items-start gap-x-[26px] wide:grid-cols-[250px_minmax(0,1fr)] desk:grid-cols-[250px_minmax(0,1fr)_300px]">
      <div className="mb-4 min-w-0">{list}</div>
      <div className="min-w-0 wide:row-span-2 desk:row-span-1">{children}</div>
      <aside className="min-w-0">{aside}</aside>
    </div>
  )
}

import type { ReactNode } from 'react'
import { inReadableWords } from './in-readable-words.ts'

type Props = { title: ReactNode; suffix?: ReactNode; chip?: ReactNode; children?: ReactNode }

/** The page's h1, with a version or number in mono behind it, a chip, and a lede as children. */
export function PageHeader({ title, suffix, chip, children }: Props) {
  return (
    <header className="mb-[22px]">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-xl leading-[1.2] font-semibold tracking-[-.018em]">
          {inReadableWords(title)}
          {suffix !== undefined && (
            <span className="ml-2.5 font-mono text-base font-normal tracking-normal text-mute">
              {inReadableWords(suffix)}
            </span>
          )}
        </h1>
        {chip}
      </div>
      {children !== undefined && <Lede>{children}</Lede>}
    </header>
  )
}

export function Lede({ children }: { children: ReactNode }) {
  return <div className="max-w-[78ch] text-pretty text-mute">{inReadableWords(children)}</div>
}

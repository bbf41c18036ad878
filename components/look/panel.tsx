import { type ReactNode, useId } from 'react'
import { inReadableWords } from './in-readable-words.ts'

const PANEL = 'mb-4 rounded-panel border border-line bg-panel px-[18px] py-4 max-wide:px-[14px]'

type Props = {
  title?: ReactNode
  id?: string | undefined
  /** A form alone on its page: no wider than its fields. */
  narrow?: boolean | undefined
  children: ReactNode
}

/** A card. Panels stand beside each other, never in each other; a table in one is `bare`. */
export function Panel({ title, id, narrow = false, children }: Props) {
  const titleId = useId()
  const look = narrow ? `${PANEL} max-w-[46.5rem]` : PANEL
  if (title === undefined)
    return (
      <div id={id} className={look}>
        {children}
      </div>
    )
  return (
    <section id={id} aria-labelledby={titleId} className={look}>
      <h2 id={titleId} className="mb-2 text-base font-semibold">
        {inReadableWords(title)}
      </h2>
      {children}
    </section>
  )
}

export function SectionTitle({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <h2 id={id} className="mt-[30px] mb-2.5 text-md font-semibold tracking-[.07em] text-mute uppercase">
      {children}
    </h2>
  )
}

/** A quiet paragraph in a panel, with room below it. */
export function Note({ children }: { children: ReactNode }) {
  return <p className="mb-2.5 text-sm text-pretty text-mute">{inReadableWords(children)}</p>
}

/** Small and quiet: the second line under a word. Of somebody's long words the beginning; its own page has all of it. */
export function Sub({ children }: { children: ReactNode }) {
  return <div className="line-clamp-4 text-sm text-mute">{inReadableWords(children)}</div>
}

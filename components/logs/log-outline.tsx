'use client'

import { useEffect, useState } from 'react'
import { tabStream } from '#components/shell/tab-stream.ts'
import { logAddress } from '#lib/logs/log-address.ts'
import type { OutlineEntry } from '#lib/logs/outline.ts'

/** Where the parts of the run begin, each a way to its line; those that begin while one looks are added. */
export function LogOutline({ run, outline }: { run: number; outline: readonly OutlineEntry[] }) {
  const [added, setAdded] = useState<readonly OutlineEntry[]>([])
  useEffect(() => {
    const add = (event: Event) => {
      if (event instanceof CustomEvent) setAdded((before) => [...before, ...event.detail])
    }
    tabStream.events.addEventListener('parts', add)
    return () => tabStream.events.removeEventListener('parts', add)
  }, [])
  const known = outline.at(-1)?.line ?? 0
  const entries = [...outline, ...added.filter(({ line }) => line > known)]
  if (entries.length === 0) return null
  return (
    <nav
      aria-label="Parts of the log"
      className="mb-2.5 max-h-24 overflow-y-auto text-sm desk:sticky desk:top-28 desk:max-h-[calc(100vh-8rem)] desk:w-[9.5rem] desk:shrink-0"
    >
      <ol className="flex flex-wrap gap-x-3 gap-y-0.5 desk:block">
        {entries.map(({ line, title }) => (
          <li key={line} className="flex min-w-0 items-baseline gap-2">
            <a href={logAddress.line(run, line)} title={title} className="block truncate py-[3px] leading-5">
              {title}
            </a>
            <span className="shrink-0 font-mono text-2xs text-mute">{line}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

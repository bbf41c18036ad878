'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from '#lib/time/format.ts'

/** How long something has been going on, second by second: `ms` when the page was drawn. Without JavaScript it stands still. */
export function Elapsed({ ms }: { ms: number }) {
  const [gone, setGone] = useState(0)
  useEffect(() => {
    const from = performance.now()
    const tick = setInterval(() => setGone(performance.now() - from), 1_000)
    return () => clearInterval(tick)
  }, [])
  return (
    <span className="font-mono text-[0.895em] tabular-nums" suppressHydrationWarning>
      {formatDuration(ms + gone)}
    </span>
  )
}

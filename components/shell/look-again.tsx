'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Redraws the page now and then, for what is under way and not (yet) in the record. Rests while the tab is hidden. */
export function LookAgain({ everyMs }: { everyMs: number }) {
  const { refresh } = useRouter()
  useEffect(() => {
    const again = setInterval(() => document.hidden || refresh(), everyMs)
    return () => clearInterval(again)
  }, [everyMs, refresh])
  return null
}

'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { FORWARDED, fromHere, tabStream } from './tab-stream.ts'

type Props = {
  url: string
  /** The last event this page shows; what is not later than it redraws nothing. */
  seq?: number | undefined
}

const GATHER_MS = 150
const REOPEN_MS = 3000
const WORDS = { opening: 'connecting', live: 'live', lost: 'reconnecting' }

/** Follows the record: each new event redraws the page. Closed while the tab is hidden, caught up when it is shown again. */
export function Live({ url, seq = 0 }: Props) {
  const router = useRouter()
  const [link, setLink] = useState<keyof typeof WORDS>('opening')
  const seen = useRef(seq)

  useEffect(() => {
    seen.current = Math.max(seen.current, seq)
  }, [seq])

  useEffect(() => {
    let source: EventSource | undefined
    let refreshing: number | undefined
    let reopening: number | undefined
    let missed = false

    const refresh = () => {
      refreshing ??= window.setTimeout(() => {
        refreshing = undefined
        router.refresh()
      }, GATHER_MS)
    }

    const close = () => {
      clearTimeout(reopening)
      source?.close()
      source = undefined
    }

    const open = () => {
      close()
      const opened = new EventSource(fromHere(url))
      source = opened
      opened.addEventListener('open', () => {
        setLink('live')
        if (missed) refresh()
        missed = false
      })
      opened.addEventListener('seq', (event) => {
        const announced = Number(event.data)
        if (announced <= seen.current) return
        if (announced > seen.current) seen.current = announced
        refresh()
      })
      for (const name of FORWARDED)
        opened.addEventListener(name, ({ data, lastEventId }) =>
          tabStream.events.dispatchEvent(new MessageEvent(name, { data, lastEventId })),
        )
      opened.addEventListener('error', () => {
        setLink('lost')
        missed = true
        // The browser reconnects by itself, except where the server refused: then it gives up, and we ask again.
        if (opened.readyState === EventSource.CLOSED) reopening = window.setTimeout(open, REOPEN_MS)
      })
    }

    const follow = () => {
      missed = true
      if (document.hidden) close()
      else open()
    }

    if (!document.hidden) open()
    document.addEventListener('visibilitychange', follow)
    window.addEventListener('pageshow', resume)
    window.addEventListener('pagehide', close)
    return () => {
      close()
      clearTimeout(refreshing)
      document.removeEventListener('visibilitychange', follow)
      window.removeEventListener('pageshow', resume)
      window.removeEventListener('pagehide', close)
    }

    function resume(event: PageTransitionEvent) {
      if (event.persisted) follow()
    }
  }, [router, url])

  return (
    // As wide as its longer words, so that nothing beside it moves when the link stands.
    <span role="status" className="needs-script text-sm max-wide:order-last wide:min-w-[4.75rem] wide:text-right">
      {WORDS[link]}
    </span>
  )
}

'use client'

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '#components/look/button.tsx'
import { tabStream } from '#components/shell/tab-stream.ts'
import type { FeedBatch, FeedLine } from '#lib/logs/feed-line.ts'
import { LiveTail, type TailState } from './live-tail.ts'

type Props = {
  run: number
  /** The byte at which the log goes on behind the lines in `children`; null: it does not. */
  from: number | null
  /** The end of the log as the page was sent with it: a list of lines. */
  children: ReactNode
}

const TYPING = 'input, textarea, select, [contenteditable]'

/**
 * The end of a log. While it grows it keeps the list it began with, and draws into it: what a redrawn page brings is older. When the log is
 * sealed meanwhile, the list stays where it is.
 */
export function FollowLog({ run, from, children }: Props) {
  const box = useRef<HTMLElement>(null)
  const tail = useRef<LiveTail | null>(null)
  const [held, hold] = useState({ from, children })
  const [{ following, waiting }, setState] = useState<TailState>({ following: true, waiting: 0 })
  const [ended, setEnded] = useState(false)
  const start = held.from
  // The page knows of the end, the stream did not tell: then the page has all of it.
  if (start !== null && from === null && !ended) hold({ from, children })

  // Before the effect that opens the stream: it asks from where.
  useLayoutEffect(() => {
    tabStream.from = start
    return () => {
      tabStream.from = null
    }
  }, [start])

  useEffect(() => {
    const list = box.current?.querySelector('ol')
    if (start === null || !box.current || !list) return
    const drawing = new LiveTail(run, box.current, list, setState)
    tail.current = drawing
    const lines = ({ data, lastEventId }: MessageEvent<string>) => {
      tabStream.from = Number(lastEventId)
      const batch: FeedBatch = JSON.parse(data)
      drawing.add(batch.lines)
      if (batch.parts) tabStream.events.dispatchEvent(new CustomEvent('parts', { detail: batch.parts }))
    }
    const partial = ({ data }: MessageEvent<string>) => {
      const line: FeedLine = JSON.parse(data)
      drawing.addPartial(line)
    }
    const stops = [heard('lines', lines), heard('partial', partial), heard('end', () => setEnded(true))]
    const press = (event: KeyboardEvent) => {
      if (event.key === 'End' && !(event.target instanceof Element && event.target.closest(TYPING)))
        drawing.follow(true)
    }
    document.addEventListener('keydown', press)
    return () => {
      for (const stop of stops) stop()
      document.removeEventListener('keydown', press)
      drawing.stop()
    }
  }, [run, start])

  if (start === null) return children
  return (
    <>
      <div className="needs-script mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Button type="button" shortcut="f" aria-pressed={following} onClick={() => tail.current?.follow(!following)}>
          Follow
        </Button>
        <span role="status">{ended ? 'ended' : following ? 'following' : 'paused'}</span>
        {!following && waiting > 0 && (
          <span className="text-mute">
            {waiting.toLocaleString('en')} new {waiting === 1 ? 'line' : 'lines'}
          </span>
        )}
      </div>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled by keys too
        tabIndex={0}
        aria-label="End of the log"
        className="h-[70vh] overflow-y-auto rounded-field bg-log [overflow-anchor:none] noscript:h-auto print:h-auto print:overflow-visible"
      >
        {held.children}
      </section>
    </>
  )
}

function heard(name: string, listener: (event: MessageEvent<string>) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof MessageEvent) listener(event)
  }
  tabStream.events.addEventListener(name, listen)
  return () => tabStream.events.removeEventListener(name, listen)
}

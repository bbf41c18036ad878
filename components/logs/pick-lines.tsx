'use client'

import { type MouseEvent, type ReactNode, useRef } from 'react'
import { logAddress } from '#lib/logs/log-address.ts'

const LINE = /^Line (\d+)$/

/** A click on a line's number points at it; with shift the range from the one pointed at before goes into the address. */
export function PickLines({ run, from, children }: { run: number; from: number | null; children: ReactNode }) {
  const begun = useRef(from)
  const pick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const line = Number(LINE.exec(link?.ariaLabel ?? '')?.[1] ?? Number.NaN)
    if (Number.isNaN(line)) return
    if (!event.shiftKey || begun.current === null) {
      begun.current = line
      return
    }
    event.preventDefault()
    const ends = [begun.current, line] as const
    window.location.assign(logAddress.lines(run, { from: Math.min(...ends), to: Math.max(...ends) }))
  }
  // biome-ignore lint/a11y/noStaticElementInteractions: the links in it are what is pressed; by keys a range is typed
  // biome-ignore lint/a11y/useKeyWithClickEvents: as above
  return <div onClick={pick}>{children}</div>
}

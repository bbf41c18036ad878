'use client'

import { useEffect, useRef } from 'react'
import { fixKinds, USUAL_ROUTE } from '#lib/fixes/words.ts'

/** Offers the usual route of the kind that is chosen, until somebody chooses a route. Without JavaScript the hint says which it is. */
export function RouteFollowsKind() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    let chosen = false
    const follow = ({ target }: Event) => {
      const route = form?.elements.namedItem('route')
      if (target === route) chosen = true
      if (chosen || !(target instanceof HTMLInputElement) || target.name !== 'kind') return
      const kind = fixKinds.find((one) => one === target.value)
      if (kind !== undefined && route instanceof HTMLSelectElement) route.value = USUAL_ROUTE[kind]
    }
    form?.addEventListener('change', follow)
    return () => form?.removeEventListener('change', follow)
  }, [])
  return <span ref={place} hidden />
}

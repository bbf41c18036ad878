'use client'

import { useEffect, useRef, useState } from 'react'
import { ActionLink, Actions, Button, DisabledControl } from '#components/look/button.tsx'

/** The button that records what is ticked, and says how many that are (without JavaScript it only says what it does). */
export function RecordTicked({ disabledReason, leaveTo }: { disabledReason: string | null; leaveTo: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [ticked, setTicked] = useState<number | null>(null)
  // After each showing: when others record, the page refreshes itself and boxes go.
  useEffect(() => {
    const form = place.current?.closest('form')
    const count = () => setTicked(form?.querySelectorAll('input[type="checkbox"]:checked').length ?? null)
    count()
    form?.addEventListener('change', count)
    return () => form?.removeEventListener('change', count)
  })
  return (
    <div ref={place}>
      <Actions>
        {disabledReason === null ? (
          <Button tone="primary">
            {ticked === null ? 'Record what is ticked' : `Record ${ticked} item${ticked === 1 ? '' : 's'}`}
          </Button>
        ) : (
          <DisabledControl reason={disabledReason}>Record what is ticked</DisabledControl>
        )}
        <ActionLink href={leaveTo}>Do not record</ActionLink>
      </Actions>
    </div>
  )
}

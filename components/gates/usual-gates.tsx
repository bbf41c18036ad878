'use client'

import type { MouseEvent } from 'react'
import { USUAL_REQUIREMENTS, type UsualGate } from '#lib/gates/requirements.ts'

const WORDS = { cause: 'causes found and shown', fix: 'fixes made and verified' } satisfies Record<UsualGate, string>
const USUAL = ['cause', 'fix'] as const satisfies readonly UsualGate[]

/** Ticks the requirements of a usual gate. Without JavaScript each is a way to this form with them ticked. */
export function UsualGates({ gate }: { gate: string | null }) {
  const about = gate === null ? '' : `gate=${encodeURIComponent(gate)}&`
  return (
    <p className="mb-3.5">
      Tick what is usual for{' '}
      {USUAL.map((usual, index) => (
        <span key={usual}>
          {index > 0 && ', or for '}
          <a href={`?${about}usual=${usual}`} onClick={(event) => tick(event, usual)}>
            {WORDS[usual]}
          </a>
        </span>
      ))}
      .
    </p>
  )
}

function tick(event: MouseEvent<HTMLAnchorElement>, usual: UsualGate): void {
  const form = event.currentTarget.closest('form')
  if (form === null || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  const asked: readonly string[] = USUAL_REQUIREMENTS[usual]
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name="requirements[]"]'))
    box.checked = asked.includes(box.value)
}

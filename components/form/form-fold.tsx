'use client'

import { type ReactNode, useContext } from 'react'
import { FormContext } from './form-context.tsx'

type Props = { summary: string; open?: boolean; children: ReactNode }

/** The fields of a form that is seldom needed, folded until asked for; after a refusal they stand open, so that nothing typed hides. */
export function FormFold({ summary, open = false, children }: Props) {
  const { attempt } = useContext(FormContext)
  return (
    <details open={open || attempt > 0} className="folded mb-2.5">
      <summary className="rounded-small py-[3px] font-[550]">{summary}</summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}

import type { ReactNode } from 'react'
import { Sign } from './sign.tsx'

type Props = { title?: string | undefined; id?: string | undefined; children: ReactNode }

/** A refusal, where the form stands. Focusable, so that a form can lead there after it was refused. */
export function FormAlert({ title = 'Not recorded', id, children }: Props) {
  return (
    <div
      role="alert"
      tabIndex={-1}
      id={id}
      className="mb-3.5 grid grid-cols-[22px_minmax(0,1fr)] rounded-field border border-fail bg-failbg px-3 py-2"
    >
      <span className="flex h-[21px] items-center text-fail">
        <Sign shape="cross" size="large" />
      </span>
      <div>
        <strong className="text-fail">{title}</strong>
        <div>{children}</div>
      </div>
    </div>
  )
}

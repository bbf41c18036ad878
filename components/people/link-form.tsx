'use client'

import type { ComponentProps } from 'react'
import { OnceForm } from '#components/form/once-form.tsx'
import { ShownOnce } from '#components/form/shown-once.tsx'
import type { LinkState } from '#lib/people/link-state.ts'

type Made = Pick<NonNullable<LinkState['made']>, 'address' | 'expires'>
type Props = Omit<ComponentProps<typeof OnceForm<Made>>, 'refusal' | 'show'>

/** A form that makes a one-time link and shows it. */
export function LinkForm(props: Props) {
  return (
    <OnceForm
      {...props}
      refusal="No link was made"
      show={({ address, expires }) => (
        <ShownOnce
          name="link"
          label="The link"
          value={address}
          hint={`Works once, until ${expires}. It is shown only now: pass it on before you leave this page.`}
          copy="Copy the link"
        />
      )}
    />
  )
}

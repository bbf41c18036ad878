import type { Route } from 'next'
import Link from 'next/link'
import type { AriaAttributes, ReactNode } from 'react'

type Props = Pick<AriaAttributes, 'aria-current' | 'aria-label' | 'aria-describedby' | 'aria-keyshortcuts'> & {
  href: string
  title?: string | undefined
  className?: string | undefined
  'data-key'?: string | undefined
  children: ReactNode
}

/** A link that knows where it goes: inside the app it navigates without a reload; `#here` and other hosts are plain links. */
export function AppLink({ href, ...rest }: Props) {
  // Pages are drawn per request from a database beside the server: fetching them ahead costs more than it saves.
  if (isPage(href)) return <Link href={href} prefetch={false} {...rest} />
  return <a href={href} {...rest} />
}

const isPage = (href: string): href is Route => /^\/(?!\/|api\/)/.test(href)

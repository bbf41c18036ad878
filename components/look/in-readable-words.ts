import { Children, type ReactNode } from 'react'
import { readableText } from '#lib/words/readable-text.ts'

/** The texts among these children so that nothing in them turns or hides the rest; elements see to their own. */
export const inReadableWords = (children: ReactNode): ReactNode =>
  typeof children === 'string'
    ? readableText(children)
    : Array.isArray(children)
      ? Children.map(children, (child) => (typeof child === 'string' ? readableText(child) : child))
      : children

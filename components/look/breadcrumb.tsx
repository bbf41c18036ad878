import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

export type Crumb = { label: string; href?: string | undefined }

/** Where this page lies. Children stand at the right: the neighbours to walk to. */
export function Breadcrumb({ trail, children }: { trail: readonly Crumb[]; children?: ReactNode }) {
  return (
    <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm text-mute">
      <nav aria-label="Breadcrumb">
        <ol className="flex flex-wrap items-center gap-x-1.5">
          {trail.map(({ label, href }, index) => (
            <li key={label} className="flex min-w-0 items-center gap-x-1.5">
              {index > 0 && <span aria-hidden="true">/</span>}
              {href === undefined ? (
                <span className="max-w-[18rem] truncate">{label}</span>
              ) : (
                <AppLink href={href} title={label} className="max-w-[18rem] truncate py-[3px]">
                  {label}
                </AppLink>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {children !== undefined && <div className="flex flex-wrap gap-x-4">{children}</div>}
    </div>
  )
}

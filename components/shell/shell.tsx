import type { ReactNode } from 'react'
import { AppLink } from '#components/look/app-link.tsx'
import { Keyboard } from './keyboard.tsx'

export type NavItem = { label: string; href: string; current?: boolean | undefined }

type Props = {
  nav?: readonly NavItem[] | undefined
  /** Whose turn it is, the live status. */
  right?: ReactNode
  /** The role and the way out. On a phone it stays beside the name of the app. */
  who?: ReactNode
  /** What is only practice here; the sentence stands on every page. */
  practice?: ReactNode
  /** Single keys and their list; off where a page has none. */
  keyboard?: boolean | undefined
  /** `reading` is the narrow measure of the stakeholder's page. */
  measure?: keyof typeof MEASURES | undefined
  children: ReactNode
}

const MEASURES = { page: 'max-w-[1240px]', reading: 'max-w-[876px]' }

/** What stands around every page: the bar, the way past it, and the page's own main. */
export function Shell({ nav = [], right, who, practice, keyboard = true, measure = 'page', children }: Props) {
  return (
    <>
      <a
        href="#main"
        className="skip sr-only rounded-button bg-ink px-3 py-1.5 text-paper focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20"
      >
        Skip to the page
      </a>
      <header className="border-b border-line bg-panel">
        <div className="mx-auto flex max-w-[1240px] flex-wrap items-center gap-x-[18px] gap-y-2 px-4 py-2.5 wide:px-7">
          <AppLink href="/" className="font-bold tracking-[.01em] no-underline">
            Gatehouse
          </AppLink>
          {nav.length > 0 && (
            <nav aria-label="Main" className="wide:flex-1 max-wide:order-4 max-wide:w-full">
              <ul className="flex flex-wrap gap-x-3.5 gap-y-1">
                {nav.map(({ label, href, current }) => (
                  <li key={href}>
                    <AppLink
                      href={href}
                      aria-current={current ? 'page' : undefined}
                      title={label}
                      className="block max-w-[15rem] truncate text-mute no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
                    >
                      {label}
                    </AppLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {right !== undefined && (
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-mute max-wide:order-3 max-wide:w-full wide:ml-auto wide:justify-end">
              {right}
            </div>
          )}
          {(who !== undefined || keyboard) && (
            <div className="flex items-center gap-x-3.5 text-mute max-wide:ml-auto wide:-ml-2">
              {who}
              {keyboard && <Keyboard />}
            </div>
          )}
        </div>
        {practice !== undefined && (
          <p className="border-t border-dashed border-line2 bg-nonebg text-xs text-mute">
            <span className="mx-auto block max-w-[1240px] px-4 py-1 wide:px-7">
              <b>Practice:</b> {practice}
            </span>
          </p>
        )}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto px-4 pt-[18px] pb-24 outline-none wide:px-7 wide:pt-[26px] wide:pb-20 ${MEASURES[measure]}`}
      >
        {children}
      </main>
    </>
  )
}

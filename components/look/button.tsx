import { type ComponentProps, type ReactNode, useId } from 'react'
import { AppLink } from './app-link.tsx'
import { Kbd } from './kbd.tsx'

export type ButtonTone = 'plain' | 'primary' | 'pass' | 'fail'

const TONES = {
  plain: 'border-line2 bg-panel text-ink hover:border-edge',
  primary: 'border-ink bg-ink text-paper hover:bg-ink/90',
  pass: 'border-pass bg-panel text-pass hover:bg-passbg',
  fail: 'border-fail bg-panel text-fail hover:bg-failbg',
} satisfies Record<ButtonTone, string>

const SHAPE =
  'inline-flex min-h-[33px] items-center justify-center gap-1.5 rounded-button border px-3 py-[5px] text-center font-[550] no-underline'
const DISABLED = 'cursor-not-allowed border-dashed border-line2 bg-transparent text-mute'

type Shared = {
  tone?: ButtonTone | undefined
  /** The single key that presses this control, shown on it. */
  shortcut?: string | undefined
}

type ButtonProps = Shared & Omit<ComponentProps<'button'>, 'style' | 'className'>

export function Button({ tone = 'plain', shortcut, type = 'submit', children, ...rest }: ButtonProps) {
  const look = rest.disabled ? DISABLED : `cursor-pointer ${TONES[tone]}`
  return (
    <button {...rest} type={type} className={`${SHAPE} ${look}`} data-key={shortcut} aria-keyshortcuts={shortcut}>
      {children}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </button>
  )
}

/** Looks like a button, goes somewhere. */
export function ActionLink({
  tone = 'plain',
  shortcut,
  href,
  children,
}: Shared & { href: string; children: ReactNode }) {
  return (
    <AppLink
      href={href}
      className={`no-print ${SHAPE} ${TONES[tone]}`}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
    >
      {children}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </AppLink>
  )
}

/** A control that cannot be used now: it stays where it is and says why. */
export function DisabledControl({ reason, shortcut, children }: Shared & { reason: ReactNode; children: ReactNode }) {
  const reasonId = useId()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button type="button" disabled aria-describedby={reasonId} shortcut={shortcut}>
        {children}
      </Button>
      <span id={reasonId} className="text-sm text-mute">
        {reason}
      </span>
    </div>
  )
}

export function Actions({ children }: { children: ReactNode }) {
  return <div className="my-2.5 flex flex-wrap items-center gap-2">{children}</div>
}

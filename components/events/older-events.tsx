import { ActionLink } from '#components/look/button.tsx'
import type { LedgerEvent } from '#lib/ledger/event.ts'

type Choice = { role?: string; kind?: string; before?: string }
type Props = { choice: Choice; entries: readonly { event: LedgerEvent }[]; perPage: number; anchor?: string }

/** The way to older events, by the last one shown, and back to the newest; the filter stays as it is chosen. */
export function OlderEvents({ choice, entries, perPage, anchor = '' }: Props) {
  const last = entries.at(-1)
  const older = entries.length === perPage && last !== undefined
  if (!older && choice.before === undefined) return null
  return (
    <p className="flex flex-wrap gap-2.5">
      {older && <ActionLink href={`?${query(choice, last.event.seq)}${anchor}`}>Older events</ActionLink>}
      {choice.before !== undefined && <ActionLink href={`?${query(choice, null)}${anchor}`}>The newest</ActionLink>}
    </p>
  )
}

function query({ role, kind }: Choice, before: number | null): string {
  return new URLSearchParams({
    ...(role ? { role } : {}),
    ...(kind ? { kind } : {}),
    ...(before === null ? {} : { before: String(before) }),
  }).toString()
}

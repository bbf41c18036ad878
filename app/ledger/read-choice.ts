import type { LedgerChoice } from '#components/ledger/ledger-filter.tsx'

export type Asked = { [name: string]: string | string[] | undefined }

/** What an address asks for; whatever is no choice is left out. */
export function readChoice(asked: Asked): { choice: LedgerChoice; before: number | undefined; verify: boolean } {
  const before = Number(only(asked.before))
  return {
    choice: {
      phase: only(asked.phase),
      failure: only(asked.failure),
      actor: only(asked.actor),
      kind: only(asked.kind),
    },
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    verify: only(asked.verify) === '1',
  }
}

/** The address of the same choice, older than an event, or from the newest on. */
export function olderThan({ phase, failure, actor, kind }: LedgerChoice, seq?: number): string {
  const chosen = Object.entries({ phase, failure, actor, kind, before: seq?.toString() })
  return new URLSearchParams(chosen.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString()
}

const only = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

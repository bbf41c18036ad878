import { ActionLink, Actions, Button, DisabledControl } from '#components/look/button.tsx'
import { CheckItem, CheckList } from '#components/look/check-list.tsx'
import { Commands } from '#components/look/definition.tsx'
import { Fold } from '#components/look/fold.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { group } from '#lib/ledger/explain-verification.ts'
import { EXPORT_FOR, VERIFY_BY_HAND } from '#lib/ledger/export-words.ts'

type Props = {
  events: number
  head: string
  /** What a walk over the chain found, when one was asked for or is known to have failed. */
  found: { ok: boolean; sentence: string } | null
  mayExport: boolean
}

/** The record as a whole: how long it is, where it ends, whether it holds, and how to take it away. */
export function RecordPanel({ events, head, found, mayExport }: Props) {
  return (
    <>
      <Panel title={`${group(events)} event${events === 1 ? '' : 's'}, each sealed by the one before`}>
        <p className="text-sm text-mute">
          Head: <code className="text-ink">{head}</code>
        </p>
        {found !== null && (
          <div role="status" className="mt-2">
            <CheckList>
              <CheckItem mark={found.ok ? 'met' : 'unmet'} word={found.ok ? 'Verified' : 'Damaged'}>
                {found.sentence}
              </CheckItem>
            </CheckList>
          </div>
        )}
        <Actions>
          <form method="get" action="/ledger">
            <input type="hidden" name="verify" value="1" />
            <Button shortcut="v">Verify</Button>
          </form>
          {mayExport ? (
            <ActionLink href="/api/ledger/export">Download the whole record</ActionLink>
          ) : (
            <DisabledControl reason={EXPORT_FOR}>Download the whole record</DisabledControl>
          )}
        </Actions>
      </Panel>
      <Fold summary="How to verify it without Gatehouse">
        <Note>
          The download is JSON Lines, one event a line: seq, prev and hash in hex, and body, the event’s exact text.
          hash = SHA-256(0x00 || seq as 8 bytes big-endian || prev || body), where prev is the hash before, and 32 zero
          bytes for event 1. Reasoning that is sealed is not in it: its event holds only a salted digest.
        </Note>
        <Commands>{VERIFY_BY_HAND}</Commands>
        <Note>
          Compare the head it prints with the one above, or with one you kept: a record cut off at its end verifies too.
        </Note>
      </Fold>
    </>
  )
}

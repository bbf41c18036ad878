import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { Fold } from '#components/look/fold.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { groupItems, REVIEW_GROUPS, type ReviewGroup } from '#lib/phases/review/group-items.ts'
import type { ReviewItem } from '#lib/phases/review/match-review.ts'
import type { ReviewReading } from '#lib/phases/review/reading.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { RecordTicked } from './record-ticked.tsx'
import { ReviewRow } from './review-row.tsx'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  draft: string
  reading: ReviewReading
  items: readonly ReviewItem[]
  facts: PhaseFacts | null
  disabledReason: string | null
  leaveTo: string
}

const NOTES: Partial<Record<ReviewGroup, string>> = {
  verdicts: 'Shown as the words of the file. They satisfy nothing here: gates are judged on this record.',
  log: 'Times are those that the file states.',
  preStaged: 'Looked at before any claim. It corroborates, it rules on nothing.',
}

/** What was understood of a file, group by group, with a box for each item that can be recorded. */
export function ReviewForm({ action, commandId, draft, reading, items, facts, disabledReason, leaveTo }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ draft }} label="Record what the file says">
      {groupItems(items).map(({ group, items: grouped }) => (
        <Panel key={group} title={REVIEW_GROUPS[group]}>
          {NOTES[group] !== undefined && <Note>{NOTES[group]}</Note>}
          <ul>
            {grouped.map((item) => (
              <ReviewRow key={item.key} item={item} recorded={recordedInstead(item, facts)} />
            ))}
          </ul>
        </Panel>
      ))}
      <Unplaced reading={reading} />
      <RecordTicked disabledReason={disabledReason} leaveTo={leaveTo} />
    </ActionForm>
  )
}

function Unplaced({ reading: { unplaced, setAside } }: { reading: ReviewReading }) {
  return (
    <>
      {unplaced.length > 0 && (
        <Panel title="Not placed">
          <Note>These words were not understood. They are not recorded; write a note if they matter.</Note>
          <Passages passages={unplaced} />
        </Panel>
      )}
      {setAside.length > 0 && (
        <Fold
          summary={`Left out: ${setAside.length} ${setAside.length === 1 ? 'line' : 'lines'} that only order the file`}
        >
          <Passages passages={setAside} />
        </Fold>
      )}
    </>
  )
}

function Passages({ passages }: { passages: readonly { line: number; text: string }[] }) {
  return (
    <ul className="space-y-1">
      {passages.map(({ line, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one line may hold the same words twice, and the list never changes
        <li key={index} className="wrap-anywhere">
          <span className="mr-2 font-mono text-sm text-mute">line {line}</span>
          {readableText(text)}
        </li>
      ))}
    </ul>
  )
}

function recordedInstead(item: ReviewItem, facts: PhaseFacts | null): string | null {
  if (item.status !== 'differs' || facts === null) return null
  if (item.kind === 'gate') return facts.gates.find(({ gate }) => gate === item.gate.id)?.criteria ?? null
  const name = item.kind === 'failure' ? item.failure.name : item.kind === 'hypothesis' ? item.failure : null
  const held = facts.failures.find(({ failure }) => failure === name)
  if (held === undefined) return null
  return item.kind === 'hypothesis' ? held.sweptAs : [held.version, held.image].filter(Boolean).join(', ')
}

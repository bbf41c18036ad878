import { FormCheckbox } from '#components/form/fields.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Sub } from '#components/look/panel.tsx'
import { Sign } from '#components/look/sign.tsx'
import { mayBeTaken } from '#lib/phases/review/decide-import.ts'
import { isNested } from '#lib/phases/review/group-items.ts'
import { describeItem, wordStatus } from '#lib/phases/review/item-words.ts'
import type { ReviewItem } from '#lib/phases/review/match-review.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** Longer than this an entry shows its beginning, and the rest on demand. */
const SHORT = 400

/** One item of the file: what it says, whether that is on record, and, where it may be recorded, the box to tick. `recorded`: what the record has instead. */
export function ReviewRow({ item, recorded }: { item: ReviewItem; recorded: string | null }) {
  const { name, text, line } = describeItem(item)
  const lead = item.kind === 'entry' && text.length > SHORT ? item.entry.lead : text
  const rest = text.startsWith(lead) ? text.slice(lead.length).trim() : text
  const said = (
    <>
      <b className="font-[550]">{readableText(name)}</b> <Standing item={item} line={line} />
      {lead !== '' && (
        <span className="block max-w-[88ch] wrap-anywhere whitespace-pre-wrap">{readableText(lead)}</span>
      )}
    </>
  )
  return (
    <li className={`border-b border-line pt-[11px] last:border-b-0 ${isNested(item) ? 'pl-6' : ''}`}>
      {mayBeTaken(item) ? (
        <FormCheckbox name="taken[]" value={item.key} defaultChecked={item.status === 'new'} label={said} />
      ) : (
        <div className="mb-3.5 grid grid-cols-[24px_minmax(0,1fr)]">
          <span className="flex h-[21px] items-center text-mute">
            <Sign shape={item.status === 'known' ? 'check' : 'dash'} />
          </span>
          <div>
            {said}
            {recorded !== null && <Sub>The record says: {recorded}</Sub>}
          </div>
        </div>
      )}
      {rest !== '' && (
        <details className="mb-3.5 ml-6">
          <summary className="text-mute">the rest of this entry</summary>
          <p className="mt-1 max-w-[88ch] wrap-anywhere whitespace-pre-wrap">{readableText(rest)}</p>
        </details>
      )}
    </li>
  )
}

/** What differs or is there in other words stands out: somebody has to look at it. */
function Standing({ item, line }: { item: ReviewItem; line: number | null }) {
  const words = wordStatus(item)
  const plain = item.status === 'new' || item.status === 'known'
  return (
    <span className="ml-1 text-sm text-mute">
      {plain ? words : <Chip tone="stale">{words}</Chip>}
      {line !== null && `${plain ? ', ' : ' '}line ${line}`}
    </span>
  )
}

import { ActionLink } from '#components/look/button.tsx'
import { logAddress } from '#lib/logs/log-address.ts'
import type { ShownSearch } from '#lib/logs/run-log.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { LogField } from './log-field.tsx'

type Props = { run: number; lineCount: number; search: ShownSearch | null }

/** Looks for words in the whole log, on the server; the way from hit to hit. */
export function LogSearch({ run, lineCount, search }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <LogField
        action={`${addressOf.run(run)}#log`}
        label="Find"
        name="find"
        value={search?.needle ?? ''}
        submit="Find"
        wide
        shortcut="/"
      />
      {search !== null && (
        <>
          <span role="status" className="text-mute">
            {searchWords(search, lineCount)}
          </span>
          {search.before !== null && (
            <ActionLink href={logAddress.hit(run, search.needle, search.before)} shortcut="p">
              Previous
            </ActionLink>
          )}
          {search.after !== null && (
            <ActionLink href={logAddress.hit(run, search.needle, search.after)} shortcut="n">
              Next
            </ActionLink>
          )}
          {search.state === 'searching' && (
            <ActionLink href={`${addressOf.run(run)}?find=${encodeURIComponent(search.needle)}#log`}>
              Look again
            </ActionLink>
          )}
        </>
      )}
    </div>
  )
}

function searchWords({ needle, count, state, searched, nth }: ShownSearch, lineCount: number): string {
  if (state === 'failed') return 'The log could not be searched.'
  const so =
    state === 'searching'
      ? ` in the first ${searched.toLocaleString('en')} of ${lineCount.toLocaleString('en')} lines, still looking`
      : ''
  if (count === 0) return `“${readableText(needle)}” is in no line that is shown${so}.`
  const many = `${state === 'more' ? 'more than ' : ''}${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`
  return nth === null ? `${many}${so}` : `${nth.toLocaleString('en')} of ${many}${so}`
}

import type { ReactNode } from 'react'
import { inReadableWords } from './in-readable-words.ts'

type TableProps = {
  /** Read out, not shown: what the table holds. */
  caption: string
  head: readonly ReactNode[]
  /** Inside a panel: no frame of its own. */
  bare?: boolean | undefined
  children: ReactNode
}

/** A table that stacks below 760 px. Rows are `TableRow`s of one `RowHead` and `Cell`s. */
export function DataTable({ caption, head, bare = false, children }: TableProps) {
  const table = (
    <table className={`table ${bare ? 'bare' : 'framed'}`}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((title, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have a place and nothing else
            <th key={column} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
  // Many columns in a middling window: the table scrolls, never the page.
  return bare ? table : <div className="overflow-x-auto">{table}</div>
}

export function TableRow({ current, id, children }: { current?: boolean; id?: string; children: ReactNode }) {
  return (
    <tr id={id} aria-current={current ? 'true' : undefined}>
      {children}
    </tr>
  )
}

export function RowHead({ children }: { children: ReactNode }) {
  return <th scope="row">{inReadableWords(children)}</th>
}

/** `label` is the name of the column, shown where the table is stacked. */
export function Cell({ label, quiet, children }: { label: string; quiet?: boolean; children?: ReactNode }) {
  return (
    <td data-l={label} className={quiet ? 'text-sm leading-[21px] text-mute' : undefined}>
      {children === undefined ? null : <div className="min-w-0">{inReadableWords(children)}</div>}
    </td>
  )
}

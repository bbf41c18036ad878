import { Chip } from '#components/look/chip.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { GRADE_WORD, type PartComparison } from '#lib/claims/compare-parts.ts'
import { GRADE_LOOK } from './grade-look.ts'

type Props = { comparison: PartComparison; since: number; revision: number }

/** What changed about one failure since it was judged last, side by side. */
export function ChangesPanel({ comparison, since, revision }: Props) {
  const { grade, changes } = comparison
  return (
    <Panel
      title={
        <>
          Since revision {since} was judged{' '}
          <Chip tone={GRADE_LOOK[grade].tone} shape={GRADE_LOOK[grade].shape}>
            {GRADE_WORD[grade]}
          </Chip>
        </>
      }
    >
      {changes.length === 0 ? (
        <Note>Nothing that was judged has changed: the ruling is carried.</Note>
      ) : (
        <DataTable bare caption="What changed" head={['What', `Revision ${since}`, `Revision ${revision}`]}>
          {changes.map(({ what, was, is }) => (
            <TableRow key={what}>
              <RowHead>
                <span className="font-normal">{what}</span>
              </RowHead>
              <Cell label={`Revision ${since}`} quiet>
                <span className="line-clamp-6 whitespace-pre-line wrap-anywhere">{was || 'nothing'}</span>
              </Cell>
              <Cell label={`Revision ${revision}`}>
                <span className="line-clamp-6 whitespace-pre-line wrap-anywhere">{is || 'nothing'}</span>
              </Cell>
            </TableRow>
          ))}
        </DataTable>
      )}
    </Panel>
  )
}

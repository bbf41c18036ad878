import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { Button } from '#components/look/button.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'

export type ShownHostRun = {
  name: string
  finishedAtMs: number | null
  recipe: string | null
  hasResults: boolean
  commandId: string
}

type Props = Pick<ComponentProps<typeof ActionForm>, 'action'> & {
  phase: string
  failure: string
  host: string
  /** Whose run folders these are; null: of every recipe. */
  recipe: string | null
  runs: readonly ShownHostRun[]
  /** Null: somebody may. */
  disabledReason: string | null
  now: Date
}

/** The run folders that the harness left on a host; each can be taken with its files. */
export function HostRuns({ action, phase, failure, host, recipe: of, runs, disabledReason, now }: Props) {
  if (runs.length === 0) return <EmptyState title={`${host} has no run folder${of === null ? '' : ` of ${of}`}`} />
  return (
    <DataTable
      caption={`Run folders on ${host}, by when they finished`}
      head={['Folder', 'Recipe', 'Finished', 'Results', 'Take']}
    >
      {runs.map(({ name, recipe, finishedAtMs, hasResults, commandId }) => (
        <TableRow key={name}>
          <RowHead>
            <span className="font-mono text-sm">{name}</span>
          </RowHead>
          <Cell label="Recipe">{recipe ?? 'not known'}</Cell>
          <Cell label="Finished">
            {finishedAtMs === null ? 'not known' : <UtcTime at={new Date(finishedAtMs)} now={now} show="day" />}
          </Cell>
          <Cell label="Results">{hasResults ? 'readable' : <Chip tone="stale">without readable results</Chip>}</Cell>
          <Cell label="Take">
            <ActionForm
              action={action}
              commandId={commandId}
              hidden={{ phase, failure, host, name }}
              label={`Take ${name}`}
              refusal="Not taken"
            >
              <Button disabled={disabledReason !== null} title={disabledReason ?? undefined}>
                Take its files<span className="sr-only"> from {name}</span>
              </Button>
            </ActionForm>
          </Cell>
        </TableRow>
      ))}
    </DataTable>
  )
}

import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { RunDots } from '#components/runs/run-dots.tsx'
import { withoutRunsOfFixes } from '#lib/fixes/at-head.ts'
import type { EvidenceFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { countRuns, wordRunCount } from '#lib/runs/count-runs.ts'
import { conditionWords, runConditions } from '#lib/runs/words.ts'
import { capital } from '#lib/words/capital.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** The runs that show a failure, by condition; those of its fixes stand with the fixes. Counts only: exact weighing is not in this version. */
export function RunsSay({ facts, failure }: { facts: PhaseFacts; failure: string }) {
  const shown = withoutRunsOfFixes(facts)
  const all = shown.filter((held) => held.failure === failure && held.run !== null)
  return (
    <Panel title="What the runs say">
      {all.length === 0 ? (
        <Note>
          No run is attached yet. A claim may also rest on reading code or on an observation, where it is static.
        </Note>
      ) : (
        <DataTable bare caption="Runs by condition" head={['Condition', 'Runs', 'Green', 'In words']}>
          {runConditions.map((condition) => {
            const count = countRuns(shown, failure, [condition])
            if (count.set.length === 0) return null
            return (
              <TableRow key={condition}>
                <RowHead>
                  <span className="font-normal">{capital(conditionWords[condition])}</span>
                </RowHead>
                <Cell label="Runs">
                  <RunDots runs={count.set} />
                </Cell>
                <Cell label="Green">
                  <span className="font-mono text-sm">
                    {count.green} / {count.counted}
                  </span>
                </Cell>
                <Cell label="In words" quiet>
                  {wordRunCount(count)}
                </Cell>
              </TableRow>
            )
          })}
        </DataTable>
      )}
      {all.some(notCounted) && <LeftOut runs={all.filter(notCounted)} />}
    </Panel>
  )
}

const notCounted = ({ leftOut, run }: EvidenceFacts): boolean => leftOut !== null || run?.raisedAlarm === true

function LeftOut({ runs }: { runs: EvidenceFacts[] }) {
  return (
    <p className="mt-3 text-sm text-mute">
      Not counted:{' '}
      {runs.map(({ ref, leftOut }) => `${ref}, ${readableText(leftOut ?? 'it raised the alarm')}`).join('; ')}.
    </p>
  )
}

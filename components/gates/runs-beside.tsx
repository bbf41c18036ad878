import { CheckItem, CheckList } from '#components/look/check-list.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { RunDots } from '#components/runs/run-dots.tsx'
import { compareWithExpected, wordAsClaimed } from '#lib/claims/as-claimed.ts'
import type { Expected } from '#lib/claims/claim-part.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import { countRuns, wordRunCount } from '#lib/runs/count-runs.ts'

type Props = { evidence: EvidenceFacts[]; failure: string; expected: Expected[] }

/** The Builder's runs beside the Adversary's: an independent repeat is worth more than its count. */
export function RunsBeside({ evidence, failure, expected }: Props) {
  const sides = [
    { name: 'Builder', runs: evidence.filter((held) => held.role === 'builder') },
    { name: 'Adversary', runs: evidence.filter((held) => held.role === 'adversary') },
  ]
  return (
    <>
      <DataTable bare caption="Runs of both sides" head={['Side', 'Alone', 'Under load', 'Other evidence']}>
        {sides.map(({ name, runs }) => (
          <TableRow key={name}>
            <RowHead>
              <span className="font-normal whitespace-nowrap">{name}</span>
            </RowHead>
            <Count label="Alone" runs={runs} failure={failure} conditions={['alone', 'promote']} />
            <Count label="Under load" runs={runs} failure={failure} conditions={['load', 'sweep']} />
            <Cell label="Other evidence" quiet>
              {runs
                .filter((held) => held.failure === failure && held.kind !== 'run')
                .map((held) => held.ref)
                .join(', ') || 'none'}
            </Cell>
          </TableRow>
        ))}
      </DataTable>
      <AsClaimed evidence={evidence} failure={failure} expected={expected} />
    </>
  )
}

/** Every run beside what the claim says it shows. */
function AsClaimed({ evidence, failure, expected }: Props) {
  const compared = evidence.flatMap(({ ref, run, failure: about, leftOut }) => {
    const found = run !== null && about === failure && leftOut === null ? compareWithExpected(run, expected) : null
    return found === null ? [] : [{ ref, found }]
  })
  if (compared.length === 0) return null
  return (
    <CheckList>
      {compared.map(({ ref, found }) => (
        <CheckItem
          key={ref}
          narrow
          mark={found.differs.length === 0 ? 'met' : 'unmet'}
          word={found.differs.length === 0 ? 'As claimed' : 'Not as claimed'}
        >
          <span className="font-mono text-sm">{ref}</span> {wordAsClaimed(found)}
        </CheckItem>
      ))}
    </CheckList>
  )
}

function Count({
  label,
  runs,
  failure,
  conditions,
}: {
  label: string
  runs: EvidenceFacts[]
  failure: string
  conditions: Parameters<typeof countRuns>[2]
}) {
  const count = countRuns(runs, failure, conditions)
  return (
    <Cell label={label} quiet>
      <RunDots runs={count.set} /> {wordRunCount(count) || 'none'}
    </Cell>
  )
}

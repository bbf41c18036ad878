import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { Sign } from '#components/look/sign.tsx'
import { describeProbe, type ProbeLine } from '#lib/swarm/describe-probe.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'

/** What a host said of itself right before a run and right after it. `own`: the run, as the host calls it. */
export function BeforeAfter({ before, after, own }: { before: Probe; after: Probe | null; own: string }) {
  const left = describeProbe(before, own).filter(({ name }) => name !== SINCE_BOOT)
  const right = after ? describeProbe(after, own) : []
  return (
    <Panel title="The host before and after">
      {after === null && <Note>After it the host could not be asked.</Note>}
      <DataTable
        bare
        caption="What the host said of itself"
        head={after ? ['What', 'Before', 'After'] : ['What', 'Before']}
      >
        {left.map((line) => (
          <TableRow key={line.name}>
            <RowHead>
              <span className="text-mute">{line.name}</span>
            </RowHead>
            <Cell label="Before">
              <Said line={line} />
            </Cell>
            {after && (
              <Cell label="After">
                <Said line={right.find(({ name }) => name === line.name)} />
              </Cell>
            )}
          </TableRow>
        ))}
      </DataTable>
    </Panel>
  )
}

/** Says more of the host than of a run of minutes. */
const SINCE_BOOT = 'Pressure since boot'

function Said({ line }: { line: ProbeLine | undefined }) {
  if (line === undefined) return null
  return (
    <span className={`text-sm ${line.odd ? 'text-stale' : ''}`}>
      {line.odd && (
        <span className="mr-1.5 inline-flex">
          <Sign shape="triangle" label="worth a look" />
        </span>
      )}
      {line.words}
    </span>
  )
}

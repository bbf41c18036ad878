import { Chip } from '#components/look/chip.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { Sub } from '#components/look/panel.tsx'
import { formatFull } from '#lib/time/format.ts'
import type { TokenFacts } from '#lib/tokens/token-facts.ts'
import { describePower } from '#lib/tokens/token-words.ts'

/** `refusal`: why it opens nothing now, in a sentence; null while it is good. */
export type TokenRow = { token: TokenFacts; whose: string; refusal: string | null }

export function TokenTable({ rows }: { rows: readonly TokenRow[] }) {
  if (rows.length === 0)
    return (
      <EmptyState title="No token was issued in this phase">A program needs one to read or to act here.</EmptyState>
    )
  return (
    <DataTable caption="Tokens of this phase" head={['For', 'Whose', 'Standing']}>
      {rows.map(({ token, whose, refusal }) => (
        <TableRow key={token.token} id={token.token}>
          <RowHead>
            <b className="wrap-anywhere">{token.name}</b>
            <Sub>{token.token}</Sub>
          </RowHead>
          <Cell label="Whose">
            {whose}
            <Sub>{describePower(token.role)}</Sub>
          </Cell>
          <Cell label="Standing">
            {refusal === null ? (
              <Chip tone="pass">good until {formatFull(token.expiresAt)}</Chip>
            ) : (
              <>
                <Chip tone="none">ended</Chip>
                <Sub>{refusal}</Sub>
              </>
            )}
          </Cell>
        </TableRow>
      ))}
    </DataTable>
  )
}

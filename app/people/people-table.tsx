import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { Sub } from '#components/look/panel.tsx'
import type { PersonWithRoles } from '#db/people/list-people.ts'
import { describeRole } from '#lib/people/why-cannot-hold.ts'

type Props = { people: readonly PersonWithRoles[]; signIns: ReadonlyMap<string, number>; own: string }

export function PeopleTable({ people, signIns, own }: Props) {
  return (
    <DataTable caption="People and their roles" head={['Person', 'Roles', 'Sign-ins']}>
      {people.map(({ person, name, roles }) => (
        <TableRow key={person} id={person}>
          <RowHead>
            <b>{name}</b>
            {person === own && ' (you)'}
            <Sub>{person}</Sub>
          </RowHead>
          <Cell label="Roles">
            {roles.length === 0 && 'none'}
            {roles.map((held) => (
              <p key={describeRole(held)}>{describeRole(held)}</p>
            ))}
          </Cell>
          <Cell label="Sign-ins">{signIns.get(person) ?? 0}</Cell>
        </TableRow>
      ))}
    </DataTable>
  )
}

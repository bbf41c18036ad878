import { Button } from '#components/look/button.tsx'
import { ROLE_WORD, roles } from '#lib/people/roles.ts'
import { type KindGroup, kindGroups } from './event-words.ts'

export type FilterChoice = { role?: string | undefined; kind?: string | undefined }

/** A plain GET form: works without JavaScript, and the address can be sent to somebody. */
export function TimelineFilter({ choice, anchor }: { choice: FilterChoice; anchor: string }) {
  return (
    <form
      method="get"
      action={`#${anchor}`}
      aria-label="Filter the timeline"
      className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2 text-sm"
    >
      <label className="flex items-center gap-1.5">
        by
        <select
          name="role"
          defaultValue={choice.role ?? ''}
          className="rounded-field border border-edge bg-panel px-1.5 py-1"
        >
          <option value="">everybody</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORD[role]}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-1.5">
        showing
        <select
          name="kind"
          defaultValue={choice.kind ?? ''}
          className="rounded-field border border-edge bg-panel px-1.5 py-1"
        >
          <option value="">everything</option>
          {kindGroups.map((group) => (
            <option key={group} value={group}>
              {GROUP_WORD[group]}
            </option>
          ))}
        </select>
      </label>
      <Button>Show</Button>
    </form>
  )
}

const GROUP_WORD = {
  runs: 'runs',
  evidence: 'all evidence',
  swarm: 'the swarm',
  notes: 'notes',
  classifications: 'hypotheses',
  fixes: 'fixes',
  claims: 'claims',
  judgements: 'rulings and verdicts',
  owed: 'owed items',
  threads: 'questions',
} satisfies Record<KindGroup, string>

import { EVENT_WORD } from '#components/events/event-words.ts'
import { Button } from '#components/look/button.tsx'

export type LedgerChoice = {
  phase?: string | undefined
  failure?: string | undefined
  actor?: string | undefined
  kind?: string | undefined
}
type Option = { value: string; label: string }
type Props = { choice: LedgerChoice; phases: readonly string[]; failures: readonly string[]; actors: readonly Option[] }

/** A plain GET form: works without JavaScript, and the address can be sent to somebody. */
export function LedgerFilter({ choice, phases, failures, actors }: Props) {
  return (
    <form
      method="get"
      action="/ledger"
      aria-label="Filter the ledger"
      className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2 text-sm"
    >
      <Choice name="phase" label="phase" all="every" chosen={choice.phase} options={phases.map(asOption)} />
      <Choice name="failure" label="failure" all="every" chosen={choice.failure} options={failures.map(asOption)} />
      <Choice name="actor" label="by" all="everybody" chosen={choice.actor} options={actors} />
      <Choice
        name="kind"
        label="showing"
        all="everything"
        chosen={choice.kind}
        options={Object.entries(EVENT_WORD).map(([value, label]) => ({ value, label }))}
      />
      <Button>Show</Button>
    </form>
  )
}

const asOption = (value: string): Option => ({ value, label: value })

type ChoiceProps = { name: string; label: string; all: string; chosen: string | undefined; options: readonly Option[] }

function Choice({ name, label, all, chosen = '', options }: ChoiceProps) {
  return (
    <label className="flex items-center gap-1.5">
      {label}
      <select
        name={name}
        defaultValue={chosen}
        className="max-w-[24ch] rounded-field border border-edge bg-panel px-1.5 py-1"
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

import { AppLink } from '#components/look/app-link.tsx'
import { Definition, Term } from '#components/look/definition.tsx'
import { Panel, Sub } from '#components/look/panel.tsx'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { ReviewReading } from '#lib/phases/review/reading.ts'
import { titleOf } from '#lib/phases/review/title-of.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = { reading: ReviewReading; facts: PhaseFacts | null }

/** What the file says of the phase as a whole. Where the phase is on record already, the record keeps its own. */
export function ReviewHead({ reading, facts }: Props) {
  const { phaseId, author, planPath, mission, doneRule } = reading
  return (
    <Panel title="The phase">
      <Definition>
        <Term name="PHASE">
          {facts === null ? (
            <>
              <b>{phaseId}</b>, new: it is opened with what you record.
              <Sub>Titled “{titleOf(reading)}”.</Sub>
            </>
          ) : (
            <>
              <AppLink href={addressOf.phase(phaseId)}>{phaseId}</AppLink>, on record as “{readableText(facts.title)}”.
            </>
          )}
        </Term>
        <Said name="MISSION" words={mission} recorded={facts?.mission ?? null} />
        <Said name="PLAN" words={planPath} recorded={facts?.planPath ?? null} />
        <Said name="DONE" words={doneRule} recorded={facts?.doneRule ?? null} />
        {author !== null && (
          <Term name="AUTHOR">the {ROLE_WORD[author]}, as the file says; the record is signed by you</Term>
        )}
      </Definition>
    </Panel>
  )
}

function Said({ name, words, recorded }: { name: string; words: string | null; recorded: string | null }) {
  if (words === null && recorded === null) return <Term name={name}>not stated</Term>
  return (
    <Term name={name}>
      <span className="wrap-anywhere">{readableText(words ?? 'not stated')}</span>
      {recorded !== null && recorded !== words && <Sub>The record keeps: {recorded}</Sub>}
    </Term>
  )
}

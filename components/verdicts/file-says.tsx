import { Chip } from '#components/look/chip.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { Row, Rows } from '#components/look/rows.tsx'
import type { StatedVerdictFacts } from '#lib/phases/phase-facts.ts'

/** Verdicts that an imported file contains: shown as the file's own words, counting for nothing. */
export function FileSays({ verdicts }: { verdicts: StatedVerdictFacts[] }) {
  if (verdicts.length === 0) return null
  return (
    <>
      <SectionTitle>The file says</SectionTitle>
      <p className="mb-2 max-w-[78ch] text-mute">
        Read from an imported REVIEW file. None of it is a verdict on this record: gates are judged here.
      </p>
      <Rows label="Verdicts the imported file states">
        {verdicts.map((held) => (
          <Row
            key={held.seq}
            name={[held.gate, held.failure].filter(Boolean).join(', ')}
            chip={<Chip tone="none">the file says {held.result?.toUpperCase() ?? held.words}</Chip>}
          >
            {held.text}
          </Row>
        ))}
      </Rows>
    </>
  )
}

import { Chip } from '#components/look/chip.tsx'
import { Row, Rows } from '#components/look/rows.tsx'
import type { ProgressRow } from '#lib/phases/progress.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { PROGRESS_LOOK } from './progress-look.ts'

/** One line a failure: its name, what is wrong in plain words, how far it is. */
export function ProgressRows({ rows }: { rows: readonly ProgressRow[] }) {
  return (
    <Rows label="The failures">
      {rows.map(({ failure, words, standing, fix }) => {
        const { word, tone, shape } = PROGRESS_LOOK[standing]
        return (
          <Row
            key={failure}
            name={failure}
            chip={
              <Chip tone={tone} shape={shape}>
                {word}
              </Chip>
            }
          >
            {words === null ? (
              <span className="text-mute">Nobody has explained it yet.</span>
            ) : (
              <>
                {readableText(words)}{' '}
                {standing !== 'confirmed' && <i className="text-sm text-mute">Not yet confirmed.</i>}{' '}
                {fix !== null && <span className="text-sm text-mute">{FIX_WORDS[fix]}</span>}
              </>
            )}
          </Row>
        )
      })}
    </Rows>
  )
}

const FIX_WORDS = {
  proposed: 'A fix is proposed.',
  confirmed: 'Its fix is confirmed.',
} satisfies Record<NonNullable<ProgressRow['fix']>, string>

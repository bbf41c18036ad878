import { Chip } from '#components/look/chip.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { RunChip } from '#components/runs/run-facts.tsx'
import { STATUS_LOOK } from '#components/runs/status-look.ts'
import { conditionWords, deploymentWords } from '#lib/runs/words.ts'
import { RUN_WORD, sideWord } from '#lib/swarm/node-words.ts'
import { capital } from '#lib/words/capital.ts'
import type { RunReading } from './read-run.ts'

/** What it is, and how it ended or where it is. */
export function RunHeader({ reading: { number, ended, asked } }: { reading: RunReading }) {
  if (ended !== null) {
    const { run, excludedReason, attachedBy } = ended
    return (
      <PageHeader
        title={`Run #${number}`}
        suffix={`${run.recipe} ${run.recipeVersion}`}
        chip={<RunChip run={run} excludedReason={excludedReason} />}
      >
        {conditionWords[run.condition]}, {deploymentWords[run.deployment]},{' '}
        {run.supervised === null ? 'attached' : 'requested'} by the {attachedBy}. {run.remark}
      </PageHeader>
    )
  }
  if (asked === null) return null
  const { request, requestedBy, phase } = asked.asked
  const { word, tone, shape } = STATUS_LOOK[asked.status]
  return (
    <PageHeader
      title={`Run #${number}`}
      suffix={`${request.recipe} ${request.recipeVersion ?? ''}`}
      chip={
        <Chip tone={tone} shape={shape}>
          {word}
        </Chip>
      }
    >
      {capital(RUN_WORD[request.profile])} on {request.host}, requested by {sideWord(requestedBy.role)} of {phase}.
    </PageHeader>
  )
}

import type { ReactNode } from 'react'
import { AppLink } from '#components/look/app-link.tsx'
import { Sign } from '#components/look/sign.tsx'
import { TONE_TEXT } from '#components/look/tone.ts'
import { CONCLUSION_LOOK } from '#components/runs/conclusion-look.ts'
import { runsAtEarlierHeads, runsAtHead, testsCommit } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { EvidenceFacts, FixFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { conclusionWords, conditionWords, deploymentWords } from '#lib/runs/words.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** So many are read; of more the latest are listed, and the earlier ones counted. */
const MOST = 8

/** The runs that tested a fix where it stands; below them, greyed, those that say nothing of it now. */
export function FixRuns({ facts, fix }: { facts: PhaseFacts; fix: FixFacts }) {
  const counting = runsAtHead(facts, fix)
  const leftOut = facts.evidence.filter(
    (held) => held.failure === fix.failure && held.leftOut !== null && held.run !== null && testsCommit(held.run, fix),
  )
  const earlier = runsAtEarlierHeads(facts, fix)
  return (
    <>
      {counting.length === 0 && <p className="text-mute">no run at {shortCommit(fix.head)} yet</p>}
      <RunLines runs={counting} />
      <RunLines runs={leftOut} lapsed={(held) => `left out: ${readableText(held.leftOut ?? '')}`} />
      <RunLines runs={earlier} lapsed={(held) => `no longer counts: ran at ${ranAt(held, fix)}`} />
    </>
  )
}

function RunLines({ runs, lapsed }: { runs: EvidenceFacts[]; lapsed?: (held: EvidenceFacts) => ReactNode }) {
  if (runs.length === 0) return null
  return (
    <ul>
      {runs.length > MOST && <li className="text-sm text-mute">{runs.length - MOST} earlier, and</li>}
      {runs.slice(-MOST).map((held) => (
        <RunLine key={held.ref} held={held} lapsed={lapsed?.(held)} />
      ))}
    </ul>
  )
}

function RunLine({ held: { run, role }, lapsed }: { held: EvidenceFacts; lapsed: ReactNode }) {
  if (run === null) return null
  const { tone, shape } = CONCLUSION_LOOK[run.conclusion]
  const greyed = lapsed !== undefined
  return (
    <li className={`flex flex-wrap items-center gap-x-2 ${greyed ? 'text-mute' : ''}`}>
      <span className={`inline-flex ${greyed ? '' : TONE_TEXT[tone]}`}>
        <Sign shape={shape} />
      </span>
      <AppLink href={addressOf.run(run.number)} className="py-[3px]">
        #{run.number}
      </AppLink>
      <span className="wrap-anywhere">
        {conclusionWords[run.conclusion]}, {conditionWords[run.condition]}, {deploymentWords[run.deployment]}
        {wordLint(run)}
      </span>
      <span className="text-sm wrap-anywhere text-mute">{lapsed ?? (role === 'system' ? '' : ROLE_WORD[role])}</span>
    </li>
  )
}

/** Lint decides nothing about green and red, and a fix must not break a rule that held before. */
function wordLint({ tiers }: AttachedRun): string {
  const lint = tiers.find(({ name }) => name === 'lint')
  const broken = lint?.tests.filter(({ status }) => status === 'fail').map(({ name }) => readableText(name)) ?? []
  if (broken.length > 0) return `, lint failed: ${broken.join(', ')}`
  return lint?.status === 'fail' ? ', lint failed' : ''
}

const ranAt = ({ run }: EvidenceFacts, { kind, heads }: FixFacts): string =>
  shortCommit(heads.find(({ head }) => run !== null && testsCommit(run, { kind, head }))?.head ?? 'another commit')

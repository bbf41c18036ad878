import type { Metadata } from 'next'
import { PageFrame } from '#app/page-frame.tsx'
import { GapList } from '#components/claims/gap-list.tsx'
import { GateList } from '#components/gates/gate-list.tsx'
import { StandingChip } from '#components/gates/standing-chip.tsx'
import { VetoNotices } from '#components/gates/veto-notices.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { CalmWords } from '#components/look/calm-words.tsx'
import { Desk } from '#components/look/columns.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { listGaps } from '#lib/claims/why-cannot-file.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { capital } from '#lib/words/capital.ts'
import { DeskAside } from './desk-aside.tsx'
import { DeskMiddle } from './desk-middle.tsx'
import { type GateParams, readGate } from './read-gate.ts'

type Props = { params: GateParams; searchParams: Promise<{ failure?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { decision, facts } = await readGate(params)
  return { title: `${decision.gate.gate} · ${facts.phase}` }
}

export default async function GatePage({ params, searchParams }: Props) {
  const reading = await readGate(params)
  const { facts, actor, now, decision } = reading
  const { gate, failures, claim } = decision
  const asked = (await searchParams).failure
  const current =
    failures.find((one) => one.failure.failure === asked) ??
    failures.find((one) => one.ruling.kind !== 'passed') ??
    failures[0]
  return (
    <PageFrame actor={actor} facts={facts} now={now} current={addressOf.gate(facts.phase, gate.gate)}>
      <Breadcrumb trail={[{ label: facts.phase, href: addressOf.phase(facts.phase) }, { label: 'gate' }]} />
      <PageHeader title={gate.gate} chip={<StandingChip decision={decision} now={now} />}>
        <CalmWords>{capital(gate.criteria)}</CalmWords>
      </PageHeader>
      <VetoNotices vetoes={decision.vetoes} now={now} />
      {claim === null && <GapList phase={facts.phase} gate={gate.gate} gaps={listGaps(facts, gate, now)} />}
      {current === undefined ? (
        <EmptyState title="There is nothing to judge">This phase names no failure yet.</EmptyState>
      ) : (
        <Desk
          list={
            <GateList facts={facts} decision={decision} judged={reading.judged} current={current} reader={actor.role} />
          }
          aside={<DeskAside reading={reading} current={current} />}
        >
          <DeskMiddle reading={reading} current={current} />
        </Desk>
      )}
    </PageFrame>
  )
}

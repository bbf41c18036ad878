import type { Metadata } from 'next'
import { FoldedNote } from '#components/look/fold.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { Steps } from '#components/look/steps.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { ProgressRows } from '#components/phases/progress-rows.tsx'
import { WhatWordsMean } from '#components/phases/what-words-mean.tsx'
import { Live } from '#components/shell/live.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { MS_PER_HOUR } from '#lib/phases/inputs.ts'
import { describeProgress } from '#lib/phases/progress.ts'
import { readConfiguration } from '#lib/server/configuration.ts'
import { readWatch } from '#lib/server/pages/read-watch.ts'
import { countWord } from '#lib/words/count-word.ts'
import { PRACTICE_WORDS } from '#lib/words/practice-words.ts'

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { facts } = readWatch((await params).key)
  return { title: `${facts.phase}, progress`, robots: { index: false, follow: false } }
}

/** The stakeholders' page: progress in plain words, for whoever has the address. */
export default async function WatchPage({ params }: Props) {
  const { key } = await params
  const { facts, now } = readWatch(key)
  const { title, lede, hold, steps, rows, fixes } = describeProgress(facts, now)
  return (
    <Shell
      measure="reading"
      keyboard={false}
      practice={readConfiguration().mode === 'practice' ? PRACTICE_WORDS : undefined}
      right={
        <>
          <Live url={`/api/watch/${key}`} seq={facts.seq} />
          <span>
            read-only view · as of <UtcTime at={now} now={now} show="day" />
          </span>
        </>
      }
    >
      <PageHeader title={title}>{lede}</PageHeader>
      {hold !== null && <FoldedNote>{hold}</FoldedNote>}
      <Steps steps={steps} />
      {rows.length > 0 && (
        <>
          <SectionTitle>{rows.length === 1 ? 'The one' : `The ${countWord(rows.length)}`}</SectionTitle>
          <ProgressRows rows={rows} />
        </>
      )}
      {fixes !== '' && <p className="mt-[18px] mb-2.5 text-sm text-mute">{fixes}</p>}
      <WhatWordsMean lifetimeHours={facts.lifetimeMs / MS_PER_HOUR} />
    </Shell>
  )
}

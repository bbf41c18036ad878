import { Fold } from '#components/look/fold.tsx'
import { PROGRESS_LOOK } from './progress-look.ts'

/** The stakeholders' glossary. `lifetimeHours`: how long a confirmation counts. */
export function WhatWordsMean({ lifetimeHours }: { lifetimeHours: number }) {
  return (
    <Fold summary="What these words mean">
      <dl className="grid gap-x-4 gap-y-1.5 text-sm wide:grid-cols-[190px_minmax(0,1fr)]">
        <Word name="recipe">the set of instructions that installs one app and keeps it up to date</Word>
        <Word name="failure">a recipe that did not pass its check, for whatever reason</Word>
        <Word name="explained by the team">
          the team has said what the cause is and where it lies, with its evidence on record
        </Word>
        <Word name="checked independently">
          somebody who took no part in the explanation repeats the work from scratch, and decides
        </Word>
        {Object.values(PROGRESS_LOOK).map(({ word, means }) => (
          <Word key={word} name={word}>
            {means}
            {word === 'confirmed' &&
              `; it counts for ${lifetimeHours} hours, and only while nothing it rests on changes`}
          </Word>
        ))}
        <Word name="on hold">
          the reviewer or the people who run this stopped it; nothing can be concluded meanwhile
        </Word>
      </dl>
    </Fold>
  )
}

function Word({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="text-mute max-wide:mb-1">{children}</dd>
    </>
  )
}

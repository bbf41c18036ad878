import { formatDay } from '#lib/time/format.ts'
import { countWord } from '#lib/words/count-word.ts'
import type { PhaseFacts } from './phase-facts.ts'
import { wordFixes } from './progress-fixes.ts'
import type { Known, ProgressState, Tally } from './progress-known.ts'

/** One sentence on where the phase stands: `Six failed recipes: four waiting for an independent check`. */
export function composeTitle({ state, tally, fixing }: Known, held: boolean): string {
  if (state === 'nothing-named') return 'No failure is named yet'
  if (!held && fixing.done !== null)
    return `${subjectOf(tally)}: ${partOf(tally.all, tally.all)}fixed, checked independently and concluded`
  if (!held && state === 'confirmed' && fixing.allPassed)
    return `${subjectOf(tally)}: ${partOf(tally.all, tally.all)}explained and fixed, independently confirmed`
  return `${subjectOf(tally)}: ${held ? 'on hold' : PREDICATES[state](tally)}`
}

const PREDICATES = {
  'nobody-checks': (tally) => `${explanations(tally)}, no independent check is set up`,
  explaining: (tally) =>
    `${explanations(tally)}${tally.explained === tally.all ? ', not yet handed over for an independent check' : ''}`,
  checking: ({ all, refused, stale, open }) =>
    [
      refused > 0 ? refusals(refused, all) : '',
      stale > 0 ? `${partOf(stale, all)}to be checked again` : '',
      open > 0 ? `${partOf(open, all)}waiting for an independent check` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  'conclusion-due': ({ all }) => `${partOf(all, all)}checked, the reviewer’s conclusion is due`,
  confirmed: ({ all }) => `${partOf(all, all)}explained and independently confirmed`,
} satisfies Record<Exclude<ProgressState, 'nothing-named'>, (tally: Tally) => string>

/** Two to four sentences for somebody who has read nothing. */
export function composeLede({ facts, state, tally, gates, fixing, now }: Known): string {
  if (state === 'nothing-named')
    return 'This page will list what failed, what the team found out about it, and what an independent reviewer confirmed.'
  const fixesCome = fixing.gates.length > 0 && fixing.fixed.length === 0
  return [
    whatFailed(tally),
    whoExplained(tally),
    whoChecks(state, tally),
    state === 'confirmed'
      ? countsUntil(
          gates.map(({ freshUntil }) => freshUntil),
          now,
        )
      : '',
    fixesCome ? `Fixes come ${state === 'confirmed' ? 'next' : 'after that'}.` : '',
    fixing.fixed.length > 0 ? wordFixes(facts, fixing, now) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Who stopped the phase, and since when; the reason stays inside, it may name hosts and people. Null: nothing holds it. */
export function explainHold({ vetoes }: PhaseFacts, now: Date): string | null {
  const [veto] = vetoes
  if (!veto) return null
  const who = veto.role === 'operator' ? 'The people who run this' : 'The independent reviewer'
  return `${who} put the work on hold on ${formatDay(veto.at, now)}. Nothing can be concluded until they lift it.`
}

function subjectOf({ all, recipes }: Tally): string {
  if (recipes === all) return `${capital(countWord(all))} failed recipe${all === 1 ? '' : 's'}`
  return `${capital(countWord(all))} failures in ${countWord(recipes)} recipe${recipes === 1 ? '' : 's'}`
}

function explanations({ all, explained }: Tally): string {
  if (explained === 0) return all === 1 ? 'not explained yet' : 'none explained yet'
  if (explained === all) return `${partOf(all, all)}explained`
  return `${countWord(explained)} explained, ${countWord(all - explained)} to go`
}

function refusals(refused: number, all: number): string {
  if (all === 1) return 'its explanation was refused'
  return `${refused === all ? 'all' : countWord(refused)} explanation${refused === 1 ? '' : 's'} refused`
}

/** `four `, `all `, or nothing where there is only one. */
function partOf(count: number, all: number): string {
  if (all === 1) return ''
  return count === all ? 'all ' : `${countWord(count)} `
}

function whatFailed(tally: Tally): string {
  const { all, recipes } = tally
  if (recipes !== all)
    return `${subjectOf(tally)} were found: a recipe is the set of instructions that installs an app.`
  return all === 1
    ? 'One recipe, the set of instructions that installs an app, did not pass.'
    : `${capital(countWord(all))} recipes, each the set of instructions that installs one app, did not pass.`
}

function whoExplained({ all, explained }: Tally): string {
  if (explained === 0) return `Nobody has explained ${all === 1 ? 'it' : 'them'} yet.`
  if (all === 1) return 'The team has an explanation.'
  return `The team has an explanation for ${explained === all ? 'each' : `${countWord(explained)} of them`}.`
}

function whoChecks(state: ProgressState, { all, confirmed, refused, stale }: Tally): string {
  const it = all === 1 ? 'it' : 'each'
  switch (state) {
    case 'nothing-named':
      return ''
    case 'nobody-checks':
      return 'No independent check is set up for this yet.'
    case 'explaining':
      return 'When the team hands its explanations over, an independent reviewer repeats the work from scratch.'
    case 'checking':
      return [
        `An independent reviewer repeats the work from scratch and has confirmed ${confirmed === 0 ? 'none' : countWord(confirmed)} so far.`,
        refused > 0
          ? `The reviewer refused ${refused === 1 ? 'one' : countWord(refused)}; the team looks at it again.`
          : '',
        stale > 0
          ? `What was judged of ${countWord(stale)} no longer counts: it is too old, or something has changed since.`
          : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' ')
    case 'conclusion-due':
      return `An independent reviewer has repeated the work from scratch and confirmed ${it}; only the conclusion on the whole is due.`
    case 'confirmed':
      return `An independent reviewer has repeated the work from scratch and confirmed ${it}.`
  }
}

function countsUntil(moments: readonly (string | null)[], now: Date): string {
  const first = moments.filter((moment) => moment !== null).sort()[0]
  return first === undefined ? '' : `That counts until ${formatDay(first, now)}; then it has to be checked again.`
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

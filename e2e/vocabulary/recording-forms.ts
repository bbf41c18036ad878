import type { Locator } from '@playwright/test'
import type { EventKind } from '#lib/ledger/payloads.ts'
import { addressOf } from '#lib/phases/addresses.ts'

/** A form that records one event of this kind, as it stands in the phase of `stageM1`. */
export type RecordingForm = {
  who: 'builder' | 'adversary'
  at: string
  label: string
  /** How the name of its button begins. */
  button: string
  kind: EventKind
  /** The field to type in while others write. */
  text: string
  /** What makes this submit another than the ones before. */
  fill: (form: Locator, words: string) => Promise<void>
  /** What a second submit of the same content is told. */
  twice: RegExp
}

const failure = addressOf.failure('redfix', 'mumble')

export const RECORDING_FORMS = {
  'a classification': {
    who: 'builder',
    at: `${failure}/classify`,
    label: 'Classify mumble',
    button: 'Record the new classification',
    kind: 'classification.proposed',
    text: 'Root cause and mechanism',
    fill: async (form, words) => {
      await form.getByText('flaky', { exact: true }).click()
      await form.getByText('harness', { exact: true }).click()
      await form.getByLabel('Root cause and mechanism').fill(words)
      await form.getByLabel('In plain words').fill('It gives up too soon.')
      await form.getByRole('checkbox', { name: /^#2 / }).check()
    },
    twice: /This is exactly what is on record \(event \d+\)\. Nothing was recorded twice\./,
  },
  'an observation': {
    who: 'builder',
    at: `${failure}/add-evidence`,
    label: 'Record an observation',
    button: 'Record the observation',
    kind: 'observation.recorded',
    text: 'What it printed',
    fill: async (form, words) => {
      await form.getByLabel('Command, exactly as given').fill('getent hosts app')
      await form.getByLabel('What it printed').fill(`${words}\n`)
      await form.getByLabel('Host').fill('cc-ci')
      await form.getByLabel('When (UTC)').fill('2026-06-18 00:05')
    },
    twice: /This observation is on record as obs-\d+\. Nothing was recorded twice\./,
  },
  'a code reference': {
    who: 'builder',
    at: `${failure}/add-evidence`,
    label: 'Cite code',
    button: 'Record the code reference',
    kind: 'code.cited',
    text: 'What they show',
    fill: async (form, words) => {
      await form.getByLabel('Repository').fill('recipe-maintainers/mumble')
      await form.getByLabel('Commit').fill('9c1d44a0')
      await form.getByLabel('Path').fill('compose.yml')
      await form.getByLabel('From line').fill('10')
      await form.getByLabel('To line').fill('10')
      await form.getByLabel('The lines themselves').fill(words)
      await form.getByLabel('What they show').fill('One second is too short.')
    },
    twice: /These lines are on record as code-\d+\. Nothing was recorded twice\./,
  },
  'a fix': {
    who: 'builder',
    at: addressOf.attachFix('redfix', 'mumble'),
    label: 'Attach a fix of mumble',
    button: 'Attach the fix',
    kind: 'fix.attached',
    text: 'What it changes',
    fill: async (form, words) => {
      await form.getByLabel('Repository').fill('recipe-maintainers/mumble')
      await form.getByLabel('Pull request', { exact: true }).fill('4')
      await form.getByLabel('Head commit').fill('a1b2c3d4')
      await form.getByLabel('What it changes').fill(words)
      await form.getByText('nothing is promoted', { exact: true }).click()
      await form.getByLabel('Why nothing is promoted').fill('It has no warm instance.')
    },
    twice: /This is attached already \(event \d+\)\./,
  },
  'a note': {
    who: 'adversary',
    at: '/phases/redfix/write-note',
    label: 'Write a note',
    button: 'Record the note',
    kind: 'note.written',
    text: 'Note',
    fill: async (form, words) => {
      await form.getByText('pre-staging, not a verdict', { exact: true }).click()
      await form.getByLabel('About').selectOption('mumble')
      await form.getByLabel('Note', { exact: true }).fill(words)
      await form.getByLabel('When it was').fill('2026-06-18 00:05')
    },
    twice: /You wrote exactly this already \(event \d+\)\. Nothing was recorded twice\./,
  },
  'what is owed': {
    who: 'adversary',
    at: '/phases/redfix/write-note',
    label: 'Say what is still owed',
    button: 'Record what is owed',
    kind: 'obligation.owed',
    text: 'What is owed',
    fill: async (form, words) => {
      await form.getByLabel('Who owes it').selectOption('builder')
      await form.getByLabel('About').selectOption('gitea')
      await form.getByLabel('What is owed').fill(words)
      await form.getByLabel('Owed before').selectOption('M2')
    },
    twice: /This is owed already \(event \d+\)\./,
  },
  'a question': {
    who: 'adversary',
    at: addressOf.ask('redfix', 'mumble'),
    label: 'Ask a question',
    button: 'Ask',
    kind: 'thread.opened',
    text: 'Question',
    fill: async (form, words) => {
      await form.getByLabel('What it is about').selectOption('M1')
      await form.getByLabel('Whose answer is wanted').selectOption('operator')
      await form.getByLabel('Question').fill(words)
    },
    twice: /You asked exactly this already \(event \d+\), and it is open\. Nothing was recorded twice\./,
  },
  'a claim': {
    who: 'builder',
    at: addressOf.claim('redfix', 'M1'),
    label: 'Claim M1',
    button: 'Claim M1, revision ',
    kind: 'claim.filed',
    text: 'WHAT is claimed',
    fill: async (form, words) => {
      await form.getByLabel('WHAT is claimed').first().fill(words)
      await form.getByLabel('HOW to verify').first().fill('run it')
      await form.getByLabel('custom').first().selectOption('unver')
    },
    twice: /Revision \d is filed already and says exactly this\. Nothing was recorded\./,
  },
  'a ruling': {
    who: 'adversary',
    at: addressOf.gate('redfix', 'M1', 'mumble'),
    label: 'Ruling on mumble',
    button: 'PASS',
    kind: 'ruling.recorded',
    text: 'Why, in a sentence',
    fill: async (form, words) => {
      await form.getByLabel('Why, in a sentence').fill(words)
      await form.getByRole('checkbox', { name: /^#1 / }).check()
    },
    twice: /You ruled PASS on exactly this already \(event \d+\)\. Nothing was recorded twice\./,
  },
} satisfies { [name: string]: RecordingForm }

import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  checkbox,
  commit,
  commitOrNull,
  evidenceRefs,
  failureOrWhole,
  gateId,
  moment,
  optional,
  optionalMoment,
  orNull,
  required,
  slug,
  yesNoUnknown,
} from './fields.ts'

const NOT_A_MOMENT = 'Not a moment: use year-month-day and hour:minute, in UTC.'
const NOT_A_COMMIT = 'A commit is 7 to 64 of the digits 0-9 and a-f.'
const NOT_A_SLUG = 'Small letters, digits and dashes only, beginning with a letter or digit.'
const NOT_A_GATE = 'A gate id looks like M1, WC1.1, M2(c) or DoD-1.'
const NOT_EVIDENCE = 'Cite evidence as #31, obs-4 or code-2.'

describe('a field takes', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a text, trimmed', required('Say it.'), '  it \n', 'it'],
    ['a text of exactly its length', required('Say it.', 3), 'abc', 'abc'],
    ['an optional text that is not there', optional(), undefined, ''],
    ['nothing, as null', orNull(), '   ', null],
    ['a moment', moment('When?'), '2026-06-18 00:10', '2026-06-18T00:10:00Z'],
    ['an optional moment that is not there', optionalMoment, undefined, null],
    ['an optional moment', optionalMoment, '2026-06-18 00:10', '2026-06-18T00:10:00Z'],
    ['a commit, in small letters', commit('Which?'), ' 0123ABC ', '0123abc'],
    ['a commit of 64 digits', commit('Which?'), 'a'.repeat(64), 'a'.repeat(64)],
    ['no commit', commitOrNull, undefined, null],
    ['a commit where it is optional', commitOrNull, '0123abc', '0123abc'],
    ['yes', yesNoUnknown, 'yes', true],
    ['no', yesNoUnknown, 'no', false],
    ['not known', yesNoUnknown, 'unknown', null],
    ['a ticked box', checkbox, 'yes', true],
    ['an empty box', checkbox, undefined, false],
    ['a name, in small letters', slug('Name it.'), ' Bluesky-PDS ', 'bluesky-pds'],
    ...['M1', 'U0', 'WC1.1', 'Q4.2', 'M2(c)', 'DoD-1'].map((id): [string, z.ZodType, string, string] => [
      `the gate ${id}`,
      gateId,
      id,
      id,
    ]),
    ['evidence by its names', evidenceRefs, ['#31', 'obs-4', 'code-2'], ['#31', 'obs-4', 'code-2']],
    ['evidence that is named twice as one piece', evidenceRefs, ['#31', 'obs-4', '#31'], ['#31', 'obs-4']],
    ['no evidence', evidenceRefs, undefined, []],
    ['the whole phase', failureOrWhole, '', null],
    ['one failure', failureOrWhole, 'mumble', 'mumble'],
  ])('%s', (_, field, typed, value) => {
    expect(field.parse(typed)).toEqual(value)
  })
})

describe('a field says what it wants instead of', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['nothing', required('Say it.'), '', 'Say it.'],
    ['white space', required('Say it.'), ' \n\t', 'Say it.'],
    ['a field that did not come', required('Say it.'), undefined, 'Say it.'],
    ['a text that is one too long', required('Say it.', 3), 'abcd', 'At most 3 characters.'],
    ['a very long text', required('Say it.'), 'a'.repeat(2_001), 'At most 2,000 characters.'],
    ['an optional text that is too long', optional(3), 'abcd', 'At most 3 characters.'],
    ['no moment', moment('When?'), ' ', 'When?'],
    ['a moment that never was', moment('When?'), '2026-02-31 00:10', NOT_A_MOMENT],
    ['an optional moment that never was', optionalMoment, 'soon', NOT_A_MOMENT],
    ['no commit', commit('Which?'), '', 'Which?'],
    ['six digits', commit('Which?'), '012345', NOT_A_COMMIT],
    ['65 digits', commit('Which?'), 'a'.repeat(65), NOT_A_COMMIT],
    ['the name of a branch', commitOrNull, 'main', NOT_A_COMMIT],
    ['a word that is neither yes nor no', yesNoUnknown, 'maybe', 'Choose yes, no or not known.'],
    ['no name', slug('Name it.'), '', 'Name it.'],
    ['a name with a space', slug('Name it.'), 'blue sky', NOT_A_SLUG],
    ['a name that begins with a dash', slug('Name it.'), '-pds', NOT_A_SLUG],
    ['a name that climbs', slug('Name it.'), '../etc', NOT_A_SLUG],
    ['a name that is too long', slug('Name it.'), 'a'.repeat(61), 'At most 60 characters.'],
    ['no gate', gateId, '', 'Name the gate, for example M1.'],
    ['a gate with a space', gateId, 'M 1', NOT_A_GATE],
    ['a gate that begins with a digit', gateId, '1M', NOT_A_GATE],
    ['a gate with a slash', gateId, 'M1/x', NOT_A_GATE],
    ['a gate that is too long', gateId, `M${'1'.repeat(20)}`, 'At most 20 characters.'],
    ['evidence by its number alone', evidenceRefs, ['31'], NOT_EVIDENCE],
    ['evidence by another name', evidenceRefs, ['#1', 'log.txt'], NOT_EVIDENCE],
  ])('%s', (_, field, typed, sentence) => {
    const read = field.safeParse(typed)
    expect(read.success ? [] : read.error.issues.map(({ message }) => message)).toContain(sentence)
  })
})

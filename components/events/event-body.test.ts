import { type ComponentProps, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CalmWords } from '#components/look/calm-words.tsx'
import { CheckItem } from '#components/look/check-list.tsx'
import { Commands, Term } from '#components/look/definition.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Note, Sub } from '#components/look/panel.tsx'
import { Row } from '#components/look/rows.tsx'
import { SelectField } from '#components/look/text-field.tsx'
import { ClassificationBody, CodeBody, ObservationBody } from './evidence-bodies.tsx'
import { Quote } from './quote.tsx'

const TURNED = 'echo \u202eSSAP'
const SHOWN = 'echo [U+202E]SSAP'
const sealed = { sha256: 'ab'.repeat(32) }

test.each([
  ['a quote', createElement(Quote, null, TURNED)],
  ['a quote of several texts', createElement(Quote, null, 'M1', ': ', TURNED)],
  ['a command', createElement(Commands, null, TURNED)],
  ['a mission', createElement(CalmWords, null, TURNED)],
  ['a quiet line', createElement(Sub, null, 'swept red as ', TURNED)],
  ['a note', createElement(Note, null, TURNED)],
  ['a term', createElement(Term, { name: 'HOST', children: TURNED })],
  ['what is owed', createElement(CheckItem, { mark: 'weak', children: [': ', TURNED] })],
  ['a row', createElement(Row, { name: 'mumble', chip: null, children: TURNED })],
  ['a title', createElement(PageHeader, { title: TURNED })],
  ['a lede', createElement(PageHeader, { title: 'mumble' }, 'The sweep recorded ', TURNED)],
  ['a choice', createElement(SelectField, { name: 'a', label: 'a', choices: [{ value: 'a', label: TURNED }] })],
])('%s cannot be turned around', (_, element) => {
  const html = renderToStaticMarkup(element)
  expect(html).toContain(SHOWN)
  expect(html).not.toContain('\u202e')
})

const observation = { command: TURNED, output: TURNED, host: TURNED, observedAt: '2026-06-18T00:10:00Z', ...sealed }
const code = {
  ...{ repository: TURNED, commit: '0123abcd', path: TURNED, fromLine: 1, toLine: 2 },
  ...{ lines: TURNED, shows: TURNED, ...sealed },
}
const classification: ComponentProps<typeof ClassificationBody>['classification'] = {
  ...{ behaviour: 'flaky', place: 'harness', cause: TURNED, plainWords: TURNED, cites: [] },
}

test.each([
  [
    'an observation: command, output, host',
    createElement(ObservationBody, { observation: { number: 1, ...observation } }),
    3,
  ],
  ['code: path, repository, what it shows, lines', createElement(CodeBody, { code: { number: 1, ...code } }), 4],
  ['a classification: cause, plain words', createElement(ClassificationBody, { classification }), 2],
])('%s', (_, element, times) => {
  const html = renderToStaticMarkup(element)
  expect(html.split(SHOWN)).toHaveLength(times + 1)
  expect(html).not.toContain('\u202e')
})

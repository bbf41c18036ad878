import { type ComponentProps, createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CalmWords } from '#components/look/calm-words.tsx'
import { CheckItem } from '#components/look/check-list.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Cell } from '#components/look/data-table.tsx'
import { Commands, Term } from '#components/look/definition.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Note, Sub } from '#components/look/panel.tsx'
import { Row } from '#components/look/rows.tsx'
import { SelectField } from '#components/look/text-field.tsx'
import { ClassificationBody, CodeBody, ObservationBody } from './evidence-bodies.tsx'
import { Quote } from './quote.tsx'

const TURNED = 'echo \u202eSSAP'
const SHOWN = 'echo [U+202E]SSAP'

const htmlOf = <Props extends object>(Component: (props: Props) => ReactNode, props: Props): string =>
  renderToStaticMarkup(createElement(Component, props))

const sealed = { number: 1, sha256: 'ab'.repeat(32) }
const observation = { command: TURNED, output: TURNED, host: TURNED, observedAt: '2026-06-18T00:10:00Z', ...sealed }
const lines = { repository: TURNED, commit: '0123abcd', path: TURNED, fromLine: 1, toLine: 2, lines: TURNED }
const classification: ComponentProps<typeof ClassificationBody>['classification'] = {
  ...{ behaviour: 'flaky', place: 'harness', cause: TURNED, plainWords: TURNED, cites: [] },
}

test.each([
  ['a quote', htmlOf(Quote, { children: TURNED }), 1],
  ['a quote of several texts', htmlOf(Quote, { children: ['M1', ': ', TURNED] }), 1],
  ['a command', htmlOf(Commands, { children: TURNED }), 1],
  ['a mission', htmlOf(CalmWords, { children: TURNED }), 1],
  ['a quiet line', htmlOf(Sub, { children: ['swept red as ', TURNED] }), 1],
  ['a note', htmlOf(Note, { children: TURNED }), 1],
  ['a term', htmlOf(Term, { name: 'HOST', children: TURNED }), 1],
  ['what is owed', htmlOf(CheckItem, { mark: 'weak', children: [': ', TURNED], note: TURNED }), 2],
  ['a row', htmlOf(Row, { name: TURNED, chip: null, children: TURNED }), 2],
  ['a chip', htmlOf(Chip, { tone: 'stale', children: ['left out: ', TURNED] }), 1],
  ['a cell', htmlOf(Cell, { label: 'Cause', children: TURNED }), 1],
  ['a title, its suffix, its lede', htmlOf(PageHeader, { title: TURNED, suffix: TURNED, children: TURNED }), 3],
  ['a choice', htmlOf(SelectField, { name: 'a', label: 'a', choices: [{ value: 'a', label: TURNED }] }), 1],
  ['an observation: command, host, output', htmlOf(ObservationBody, { observation: { ...observation } }), 3],
  [
    'code: path, repository, what it shows, lines',
    htmlOf(CodeBody, { code: { ...lines, ...sealed, shows: TURNED } }),
    4,
  ],
  ['a classification: cause, plain words', htmlOf(ClassificationBody, { classification }), 2],
])('%s cannot be turned around', (_, html, times) => {
  expect(html.split(SHOWN)).toHaveLength(times + 1)
  expect(html).not.toContain('\u202e')
})

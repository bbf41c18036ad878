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
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import { anEvent, inRedfix } from '#lib/testing/a-copy.ts'
import { aProbe } from '#lib/testing/a-probe.ts'
import { aRunRequest } from '#lib/testing/a-run-request.ts'
import { aSupervisedRun } from '#lib/testing/a-supervised-run.ts'
import { EventBody } from './event-body.tsx'
import { ClassificationBody, CodeBody, ObservationBody, RunBody } from './evidence-bodies.tsx'
import { Quote } from './quote.tsx'

const TURNED = 'echo \u202eSSAP'
const SHOWN = 'echo [U+202E]SSAP'

const htmlOf = <Props extends object>(Component: (props: Props) => ReactNode, props: Props): string =>
  renderToStaticMarkup(createElement(Component, props))

const sealed = { number: 1, sha256: 'ab'.repeat(32) }
const observation = {
  command: TURNED,
  output: TURNED,
  host: TURNED,
  observedAt: '2026-06-18T00:10:00Z',
  by: 'hand',
  ...sealed,
} as const
const lines = { repository: TURNED, commit: '0123abcd', path: TURNED, fromLine: 1, toLine: 2, lines: TURNED }
const classification: ComponentProps<typeof ClassificationBody>['classification'] = {
  ...{ behaviour: 'flaky', place: 'harness', cause: TURNED, plainWords: TURNED, cites: [] },
}

const run = aSupervisedRun(
  { recipeVersion: TURNED, remark: TURNED },
  { contaminated: [TURNED], exit: { code: 1, cause: null, words: TURNED } },
)
const on = inRedfix('mumble')
const asked = aRunRequest({ ref: TURNED, remark: TURNED, harness: 'ab'.repeat(20), harnessRef: TURNED })
const requested = anEvent(2, { ...on, kind: 'run.requested', payload: { ...asked, number: 1 } })
const start = { run: 1, hostRunId: 'g1-0a1b2c3d', boot: 'boot-1', startedAt: '2026-06-18T00:10:00Z', skewMs: 0 }
const started = anEvent(3, {
  ...on,
  kind: 'run.started',
  payload: { ...start, before: aProbe({ host: TURNED }), suspicions: [TURNED] },
})
const dropped = { ...on, kind: 'run.dropped', payload: { run: 1, reason: TURNED } } as const
const retired = { ...on, kind: 'host.retired', payload: { host: 'cc-ci', reason: TURNED } } as const
const settings: HostSettings = {
  ...{ host: 'cc-ci', kind: 'ssh', address: '', port: null, user: null, alias: TURNED },
  ...{ keys: { builder: 'agent', adversary: 'agent' }, deadlineMs: 60_000 },
}
const configured = { ...on, kind: 'host.configured', payload: settings } as const
const node = { reservation: 1, host: 'cc-ci', reason: TURNED }
const reserved = { ...on, kind: 'reservation.taken', payload: { ...node, until: '2026-06-18T01:00:00Z' } } as const
const takenBack = { ...on, kind: 'reservation.released', payload: { ...node, how: 'overridden' } } as const

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
    'an observation that Gatehouse made: host, command, host, output',
    htmlOf(ObservationBody, { observation: { ...observation, by: 'host' } }),
    4,
  ],
  ['a run that Gatehouse started: version, why it is left out, how it ended, remark', htmlOf(RunBody, { run }), 4],
  ['a run as requested: profile with harness, branch, remark', htmlOf(EventBody, { event: requested }), 3],
  ['the start of a run: host, what was odd', htmlOf(EventBody, { event: started }), 2],
  ['a run that never started', htmlOf(EventBody, { event: anEvent(4, dropped) }), 1],
  ['a host that is used no more', htmlOf(EventBody, { event: anEvent(5, retired) }), 1],
  ['a host as it is reached', htmlOf(EventBody, { event: anEvent(5, configured) }), 1],
  ['a node that is reserved', htmlOf(EventBody, { event: anEvent(6, reserved) }), 1],
  ['a node that is taken back', htmlOf(EventBody, { event: anEvent(7, takenBack) }), 1],
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

import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lint } from './lint.ts'
import type { Status } from './log.ts'
import { bars } from './png.ts'
import type { Settings } from './settings.ts'
import type { TestResult } from './tests.ts'

export type Stage = { name: string; status: Status; tests: TestResult[]; reason?: string }
export type Report = {
  version: string
  stages: Stage[]
  lint: Lint
  cleanTeardown: boolean
  noSecretLeak: boolean
}

const RUNGS = {
  install: ['install'],
  upgrade: ['upgrade'],
  backup_restore: ['backup', 'restore'],
  functional: ['custom'],
}
const COLOURS = { pass: [46, 160, 67], fail: [207, 34, 46], skip: [191, 135, 0], unver: [130, 80, 223] } as const

const worst = (statuses: readonly Status[]): Status =>
  (['fail', 'unver', 'pass', 'skip'] as const).find((known) => statuses.includes(known)) ?? 'unver'

function rungsOf({ stages, lint }: Report): Record<string, Status> {
  const of = (name: string): Status => stages.find((stage) => stage.name === name)?.status ?? 'unver'
  const rungs = Object.entries(RUNGS).map(([rung, names]) => [rung, worst(names.map(of))] as const)
  return { ...Object.fromEntries(rungs), lint: lint.status }
}

/** The highest rung passed with only pass or skip below it. */
function levelOf(rungs: Record<string, Status>): number {
  let level = 0
  for (const [below, status] of Object.values(rungs).entries()) {
    if (status === 'fail' || status === 'unver') return level
    if (status === 'pass') level = below + 1
  }
  return level
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u001b', '')

function junit(stage: Stage): string {
  const failures = stage.tests.filter(({ status }) => status === 'fail').length
  const cases = stage.tests.map(({ name, ms, status, message }) => {
    const inner = status === 'fail' ? `<failure message="${xml(message)}"/>` : status === 'skip' ? '<skipped/>' : ''
    return `  <testcase name="${xml(name)}" time="${ms / 1000}">${inner}</testcase>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="${stage.name}" tests="${cases.length}" failures="${failures}">\n${cases.join('')}</testsuite>\n`
}

/** Writes results.json (schema 2) and its companions; results.json last and by rename: it is whole or it is not there. */
export function writeReport(settings: Settings, report: Report, now: Date): void {
  const folder = settings.results
  mkdirSync(join(folder, 'junit'), { recursive: true })
  writeFileSync(join(folder, 'lint.txt'), report.lint.text)
  for (const stage of report.stages) writeFileSync(join(folder, 'junit', `${stage.name}.xml`), junit(stage))
  writeFileSync(join(folder, 'screenshot.png'), bars(report.stages.map(({ status }) => COLOURS[status])))
  const ladder = settings.profile === 'alone' || settings.profile === 'load'
  const rungs = rungsOf(report)
  const withReason = report.stages.filter(({ status }) => status === 'skip')
  const results = {
    ...{ schema: 2, recipe: settings.recipe, version: report.version },
    ...{ pr: settings.pr === null ? null : Number(settings.pr), ref: settings.commit, run_id: settings.runId },
    finished: Math.floor(now.getTime() / 1000),
    // The ladder is that of a full cold run; a run of the warm app has its stages only.
    ...(ladder ? { level: levelOf(rungs), rungs } : { level: null }),
    results: Object.fromEntries(report.stages.map(({ name, status }) => [name, status])),
    stages: report.stages.map(({ name, status, tests }) => ({
      ...{ name, status },
      tests: tests.map((test) => ({ name: test.name, status: test.status, ms: test.ms })),
    })),
    lint: { status: report.lint.status, detail: report.lint.detail, rules_failed: report.lint.rulesFailed },
    skips: {
      intentional: Object.fromEntries(withReason.map(({ name, reason }) => [name, reason ?? 'not asked for'])),
      unintentional: report.stages.filter(({ status }) => status === 'unver').map(({ name }) => name),
    },
    flags: { clean_teardown: report.cleanTeardown, no_secret_leak: report.noSecretLeak },
    ...{ screenshot: 'screenshot.png', summary_card: null, customization: { overlay: true, hooks: [] } },
  }
  writeFileSync(join(folder, 'results.json.part'), `${JSON.stringify(results, null, 2)}\n`)
  renameSync(join(folder, 'results.json.part'), join(folder, 'results.json'))
}

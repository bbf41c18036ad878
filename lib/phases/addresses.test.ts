import { describe, expect, test } from 'vitest'
import { addressOf, afterRecording } from './addresses.ts'

const BASE = 'http://gatehouse.example'
/** What a browser and Next make of an address: the names between the slashes, read back. */
const readBack = (address: string): string[] =>
  new URL(address, BASE).pathname
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part))

const WEIRD = [
  'M1',
  'WC1.1',
  'M2(c)',
  'DoD-1',
  'a/b',
  'a?b#c',
  '100%',
  'a%2Fb',
  'a b',
  'Prüfung',
  '李雷',
  '😀',
  'x\u0000y',
  '...',
  '$&',
]

describe('an address carries any name unharmed', () => {
  test.each(WEIRD)('%j', (name) => {
    expect(readBack(addressOf.phase(name))).toEqual(['phases', name])
    expect(readBack(addressOf.gate(name, name))).toEqual(['phases', name, 'gates', name])
    expect(readBack(addressOf.claim(name, name))).toEqual(['phases', name, 'gates', name, 'claim'])
    expect(readBack(addressOf.failure(name, name))).toEqual(['phases', name, 'failures', name])
    expect(readBack(addressOf.classify(name, name))).toEqual(['phases', name, 'failures', name, 'classify'])
    expect(readBack(addressOf.file(name, 'REVIEW'))).toEqual(['phases', name, 'files', `REVIEW-${name}.md`])
    expect(readBack(addressOf.thread(name, 3))).toEqual(['phases', name, 'threads', '3'])
    expect(readBack(addressOf.attachFix(name, name))).toEqual(['phases', name, 'failures', name, 'attach-fix'])
    expect(readBack(addressOf.askRun(name, name))).toEqual(['phases', name, 'failures', name, 'run'])
    expect(readBack(addressOf.attachFromHost(name, name))).toEqual([
      'phases',
      name,
      'failures',
      name,
      'attach-from-host',
    ])
    expect(readBack(addressOf.plan(name))).toEqual(['phases', name, 'plan'])
    expect(new URL(addressOf.defineGate('redfix', name), BASE).searchParams.get('gate')).toBe(name)
    expect(new URL(addressOf.gate('redfix', 'M1', name), BASE).searchParams.get('failure')).toBe(name)
    expect(new URL(addressOf.ask('redfix', name), BASE).searchParams.get('about')).toBe(name)
  })
})

test('the gate of a failure is asked for by query', () => {
  expect(addressOf.gate('redfix', 'M2(c)', 'mumble')).toBe('/phases/redfix/gates/M2(c)?failure=mumble')
})

test('a run is asked about by its name', () => {
  expect(addressOf.ask('redfix', '#31')).toBe('/phases/redfix/threads/ask?about=%2331')
})

test.each([
  ['/phases/redfix', '/phases/redfix?done=12#e12'],
  ['/phases/redfix/gates/M1?failure=mumble', '/phases/redfix/gates/M1?failure=mumble&done=12#e12'],
])('after recording %s shows where', (address, shown) => {
  expect(afterRecording(address, 12)).toBe(shown)
})

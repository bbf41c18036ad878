import { expect, test } from 'vitest'
import { type EvidenceKind, evidenceRef, parseEvidenceRef } from './evidence-ref.ts'

test.each<[EvidenceKind, number, string]>([
  ['run', 31, '#31'],
  ['observation', 4, 'obs-4'],
  ['code', 2, 'code-2'],
  ['run', 999_999_999, '#999999999'],
])('%s %i is named %s, and read back from it', (kind, number, ref) => {
  expect(evidenceRef(kind, number)).toBe(ref)
  expect(parseEvidenceRef(ref)).toEqual({ kind, number })
})

test.each([
  [''],
  ['31'],
  ['#'],
  ['#0'],
  ['#01'],
  ['#-1'],
  ['#1.5'],
  ['#1 '],
  [' #1'],
  ['#1\n'],
  ['#1234567890'],
  ['#１'],
  ['OBS-1'],
  ['obs-0'],
  ['obs4'],
  ['code-'],
  ['code-2a'],
  ['M1'],
])('%j names no evidence', (ref) => {
  expect(parseEvidenceRef(ref)).toBeNull()
})

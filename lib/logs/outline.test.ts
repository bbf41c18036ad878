import { expect, test } from 'vitest'
import { findBoundary } from './outline.ts'

test.each<[string, string, string | null]>([
  ['the practice harness', '===== TIER install =====', 'install'],
  ['a rule of two', '== upgrade ==', 'upgrade'],
  ['dashes alone', '--- backup', 'backup'],
  ['cc-ci, with a time and bold', '2026-06-17T23:19:05Z \u001b[1m-- restore\u001b[0m', 'restore'],
  ['cc-ci, deploy with its domain', '2026-06-18T00:03:13Z -- deploy mumb-19c2.ci.example.org', 'deploy'],
  ['a date and a time', '2026-06-18 00:03:13 -- custom', 'custom'],
  ['named', 'TIER: backup', 'backup'],
  ['in brackets', '[restore] snapshot 5c1e back', 'restore'],
  ['a test file', 'tests/mumble/test_upgrade.py::test_keeps_its_data PASSED   [100%]', 'upgrade'],
  ['pytest’s own banner', '==================== FAILURES ====================', 'FAILURES'],
  [
    'the host script',
    'gatehouse: recipe mumble 0123456789abcdef0123456789abcdef01234567 clean',
    'recipe mumble 0123456789abcdef0123456789abcdef01234567 clean',
  ],
  ['a secret in a title is masked', 'gatehouse: API_KEY=hunter2hunter2', 'API_KEY=[masked]'],
  ['a diff', '--- a/compose.yml', null],
  ['an option of a command', '--backup-dir=/srv', null],
  ['a sentence that names a tier', 'the upgrade failed', null],
  ['an open rule is text', '== 3 of 4', null],
  ['nothing', '', null],
  ['too long to announce anything', `== install ${'='.repeat(300)}`, null],
])('%s', (_, line, title) => {
  expect(findBoundary(line)).toBe(title)
})

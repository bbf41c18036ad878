import { expect, test } from 'vitest'
import { explainSshError } from './ssh-refusal.ts'

const failed = (words: { code?: string; level?: string }) => Object.assign(new Error('kex: secret things'), words)

test.each([
  [
    { code: 'ECONNREFUSED', level: 'client-socket' },
    'refused',
    'cc-ci refuses connections: no SSH server answers there.',
  ],
  [{ code: 'ENOTFOUND', level: 'client-socket' }, 'unreachable', 'The address of cc-ci cannot be found.'],
  [{ code: 'EHOSTUNREACH', level: 'client-socket' }, 'unreachable', 'cc-ci cannot be reached from here.'],
  [{ code: 'ETIMEDOUT', level: 'client-socket' }, 'timeout', 'cc-ci does not answer.'],
  [{ level: 'client-timeout' }, 'timeout', 'cc-ci does not answer.'],
  [{ level: 'client-authentication' }, 'auth', 'cc-ci does not accept the key.'],
  [{ code: 'ECONNRESET', level: 'client-socket' }, 'cut', 'The connection to cc-ci was lost.'],
  [{ level: 'protocol' }, 'cut', 'The connection to cc-ci was lost.'],
  [{}, 'cut', 'The connection to cc-ci was lost.'],
])('%o is said in words, and never in those of the other side', (words, reason, sentence) => {
  expect(explainSshError('cc-ci', failed(words))).toEqual({ reason, sentence, field: null })
})

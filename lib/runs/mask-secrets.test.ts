import { describe, expect, test } from 'vitest'
import { maskSecrets } from './mask-secrets.ts'

// Put together here, so that no scanner takes this file for a leak.
const of = (...parts: string[]) => parts.join('')
const word = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5'

describe('what looks like a secret is masked', () => {
  test.each<[string, string, string]>([
    ['a GitHub token', of('using ', 'ghp_', word, ' now'), 'using [masked] now'],
    ['a fine-grained GitHub token', of('github_', 'pat_', word), '[masked]'],
    ['a GitLab token', of('glpat', '-', word.slice(0, 20)), '[masked]'],
    ['a Slack token', of('xox', 'b-1234-5678-', word), '[masked]'],
    ['an AWS key id', of('AKIA', 'IOSFODNN7EXAMPLE', ' ok'), '[masked] ok'],
    ['an AWS secret by its variable', `AWS_SECRET_ACCESS_KEY=${word}`, 'AWS_SECRET_ACCESS_KEY=[masked]'],
    ['a password variable', 'env POSTGRES_PASSWORD=hunter22 next', 'env POSTGRES_PASSWORD=[masked] next'],
    ['one written together', 'PGPASSWORD=hunter22 psql', 'PGPASSWORD=[masked] psql'],
    ['in small letters', 'db_password: hunter22', 'db_password: [masked]'],
    ['in JSON', '{"password": "hun ter", "user": "x"}', '{"password": [masked], "user": "x"}'],
    ['in an environment list', "'DISCOURSE_SMTP_PASSWORD': 'hunter22'", "'DISCOURSE_SMTP_PASSWORD': [masked]"],
    ['a secret with spaces, in quotes', 'SMTP_SECRET="one two"', 'SMTP_SECRET=[masked]'],
    ['a token variable', 'DRONE_TOKEN=abcdef', 'DRONE_TOKEN=[masked]'],
    ['a token in an address', 'GET /x?token=abcdef&y=1', 'GET /x?token=[masked]&y=1'],
    ['an API key', 'api-key: abcdef', 'api-key: [masked]'],
    ['a bearer header', 'Authorization: Bearer abc.def-123', 'Authorization: Bearer [masked]'],
    ['a basic header in JSON', '"authorization": "Basic dXNlcjpwYXNz"', '"authorization": "Basic [masked]"'],
    ['a bearer elsewhere', 'curl -H bearer abcdefgh12', 'curl -H bearer [masked]'],
    ['a web token', of('got ', 'eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxIn0.abc_-1'), 'got [masked]'],
    ['a cookie', 'Set-Cookie: sid=abc; Path=/', 'Set-Cookie: [masked]'],
    ['a password in an address', 'postgres://app:hunter22@db:5432/x', 'postgres://app:[masked]@db:5432/x'],
    ['a command option', 'mc alias --password hunter22 --x', 'mc alias --password [masked] --x'],
    [
      'a key on one line',
      of('-----BEGIN ', 'PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----'),
      of('-----BEGIN ', 'PRIVATE KEY-----[masked]-----END PRIVATE KEY-----'),
    ],
    ['a line of a key, behind a time', `00:25Z ${'aB3d'.repeat(16)}`, '00:25Z [masked]'],
    ['a token cut off by the end of the line', of('using ', 'ghp_', 'aB3'), 'using [masked]'],
    ['two of them', 'A_TOKEN=abc B_SECRET=def', 'A_TOKEN=[masked] B_SECRET=[masked]'],
    ['a short one inside a longer one', of('GH_TOKEN=x/', 'ghp_', word, '/tail'), 'GH_TOKEN=[masked]'],
    ['one inside the other, masked once', of('GH_TOKEN=', 'ghp_', word), 'GH_TOKEN=[masked]'],
  ])('%s', (_, line, expected) => {
    expect(maskSecrets(line)).toBe(expected)
  })
})

describe('what does not is left alone', () => {
  test.each([
    'tests/discourse/test_upgrade.py::test_app_runs_official_image FAILED',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'removed stack disc-7f3a, 4 services, 3 volumes, 6 secrets',
    'DB_PASSWORD_FILE=/run/secrets/db_password',
    'SECRET_DB_PASSWORD_VERSION=v1',
    'POSTGRES_PASSWORD=$POSTGRES_PASSWORD',
    'assert token == other',
    'SyntaxError: Unexpected token: x',
    'password=**** and password=<hidden>',
    'https://ci.example.org:8443/x@y',
    'the bearer of news',
    'token_count=12 tokens',
  ])('%s', (line) => {
    expect(maskSecrets(line)).toBe(line)
  })
})

test('a known value is masked wherever it stands, and a value of three letters is not', () => {
  expect(maskSecrets('say swordfish, swordfish and abc', ['swordfish', 'abc'])).toBe('say [masked], [masked] and abc')
})

test('a line made to be slow ends before the test runs out of time', () => {
  for (const part of [
    'password',
    'a://',
    'eyJaaaaaaaa.',
    '-----BEGIN PRIVATE KEY-----',
    'Authorization: ',
    'xoxb-',
    'A',
    'cookie: ',
  ])
    expect(maskSecrets(part.repeat(4_000 / part.length))).toBeTypeOf('string')
})

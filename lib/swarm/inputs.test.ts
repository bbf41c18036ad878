import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConfigureHostInput, PinHostKeyInput, RequestRunBody, RequestRunInput, TakeReservationInput } from './inputs.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const request = { phase: 'redfix', failure: 'mumble', host: 'cc-ci', commit: COMMIT, profile: 'alone' }
const host = { host: 'cc-ci', address: 'cc-ci.example.org', builderKey: '~/.ssh/b', adversaryKey: 'agent' }

/** What is wrong with a field, or what it was read as. */
const readRequest = (different: object) => {
  const read = RequestRunInput.safeParse({ ...request, ...different })
  return read.success ? read.data : read.error.issues.map(({ path }) => path.join('.'))
}
const readHost = (different: object) => {
  const read = ConfigureHostInput.safeParse({ ...host, ...different })
  return read.success ? read.data : read.error.issues.map(({ path }) => path.join('.'))
}

test('a request says as little as it must: the rest was not asked for', () => {
  expect(readRequest({})).toEqual({
    ...request,
    ...{ ref: null, harness: null, harnessRef: null, pullRequest: null, from: null, to: null, afterClaimOn: null },
    remark: '',
  })
})

test('an empty field of a form is what was left out', () => {
  const empty = {
    ref: '',
    harness: '',
    harnessRef: '',
    pullRequest: '',
    from: '',
    to: '',
    afterClaimOn: '',
    remark: '',
  }
  expect(readRequest(empty)).toEqual(readRequest({}))
})

describe('a request is read', () => {
  test.each<[string, object, object]>([
    ['a commit in capitals, with spaces around it', { commit: ` ${COMMIT.toUpperCase()} ` }, { commit: COMMIT }],
    ['a harness commit', { harness: COMMIT, harnessRef: 'fix' }, { harness: COMMIT, harnessRef: 'fix' }],
    [
      'versions as recipes have them',
      { profile: 'promote', from: '3.5.3+1.24.2-rootless', to: '4_0' },
      { from: '3.5.3+1.24.2-rootless' },
    ],
    ['the longest version', { profile: 'promote', from: '1', to: '1'.repeat(60) }, { to: '1'.repeat(60) }],
    ['a pull request', { pullRequest: '7' }, { pullRequest: 7 }],
    ['a gate to wait for', { afterClaimOn: 'M1' }, { afterClaimOn: 'M1' }],
  ])('%s', (_, different, read) => {
    expect(readRequest(different)).toMatchObject(read)
  })
})

test('a program does not say what a commit is called', () => {
  expect(Object.keys(RequestRunBody.shape)).not.toContain('ref')
  expect(Object.keys(RequestRunBody.shape)).not.toContain('harnessRef')
  expect(RequestRunBody.safeParse({ ...request, profile: 'promote' }).error?.issues).toHaveLength(2)
})

describe('a request is refused', () => {
  test.each<[string, object, string]>([
    ['without a commit', { commit: '' }, 'commit'],
    ['with a short commit', { commit: COMMIT.slice(0, 12) }, 'commit'],
    ['with a longer one', { commit: `${COMMIT}0` }, 'commit'],
    ['with a branch for a commit', { commit: 'main' }, 'commit'],
    ['with a commit in two lines', { commit: `${COMMIT}\nrecipe gitea` }, 'commit'],
    ['with a branch for a harness commit', { harness: 'main' }, 'harness'],
    ['with a profile that is none', { profile: 'quick' }, 'profile'],
    ['with a version that a shell would read', { profile: 'promote', from: '1.0; reboot', to: '1' }, 'from'],
    ['with a version that is an option', { profile: 'promote', from: '1', to: '--privileged' }, 'to'],
    ['with a version in two lines', { profile: 'promote', from: '1', to: '1.0\ncommit 0' }, 'to'],
    ['with a version that is too long', { profile: 'promote', from: '1', to: '1'.repeat(61) }, 'to'],
    ['of an advance that begins nowhere', { profile: 'promote', to: '3.6.0' }, 'from'],
    ['of an advance that ends nowhere', { profile: 'promote', from: '3.5.3', to: '' }, 'to'],
    ['of a cold run from a version', { from: '3.5.3' }, 'from'],
    ['of a run under load to a version', { profile: 'load', to: '3.6.0' }, 'to'],
    ['of a warm run to a version', { profile: 'warm', to: '3.6.0' }, 'to'],
    ['with a pull request that is none', { pullRequest: 'seven' }, 'pullRequest'],
    ['with a host that is no name', { host: 'cc ci' }, 'host'],
    ['with a gate that is no name', { afterClaimOn: '../M1' }, 'afterClaimOn'],
  ])('%s', (_, different, field) => {
    expect(readRequest(different)).toEqual([field])
  })
})

test('no text becomes a version that holds more than letters, digits and . + _ -', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (text) => {
      const read = RequestRunInput.safeParse({ ...request, profile: 'promote', from: text, to: '1' })
      if (read.success && read.data.from !== null) expect(read.data.from).toMatch(/^[0-9A-Za-z][0-9A-Za-z.+_-]{0,59}$/)
    }),
  )
})

describe('a host is set up', () => {
  test.each<[string, object, object]>([
    ['by its address', {}, { address: 'cc-ci.example.org', port: null, user: null, alias: null, deadlineMinutes: 60 }],
    ['by an alias alone', { address: '', alias: 'cc-ci' }, { address: '', alias: 'cc-ci' }],
    ['at an address of digits', { address: '2001:db8::1', port: '2222' }, { address: '2001:db8::1', port: 2222 }],
    ['as a user', { user: 'gatehouse' }, { user: 'gatehouse' }],
    ['with keys of the agent', { builderKey: 'agent' }, { builderKey: 'agent' }],
    ['with a deadline', { deadlineMinutes: '90' }, { deadlineMinutes: 90 }],
  ])('%s', (_, different, read) => {
    expect(readHost(different)).toMatchObject(read)
  })
  test.each<[string, object, string]>([
    ['without address and alias', { address: '' }, 'address'],
    ['with an address that is an option', { address: '-oProxyCommand=reboot' }, 'address'],
    ['with an address in two words', { address: 'cc-ci reboot' }, 'address'],
    ['with an alias that is an option', { alias: '-F' }, 'alias'],
    ['with a user that is an option', { user: '-l' }, 'user'],
    ['with a port that is none', { port: '70000' }, 'port'],
    ['with a key that lies nowhere', { builderKey: 'id_ed25519' }, 'builderKey'],
    ['without a key', { adversaryKey: '' }, 'adversaryKey'],
    ['with a key in two lines', { adversaryKey: '/a\n/b' }, 'adversaryKey'],
    ['with a deadline of a day and more', { deadlineMinutes: '1441' }, 'deadlineMinutes'],
  ])('not %s', (_, different, field) => {
    expect(readHost(different)).toContain(field)
  })
})

test.each([
  ['as OpenSSH prints it', `SHA256:${'aB9+/'.repeat(8)}xyz`, true],
  ['with spaces around it', ` SHA256:${'A'.repeat(43)}\n`, true],
  ['too short', `SHA256:${'A'.repeat(42)}`, false],
  ['of another digest', `MD5:${'A'.repeat(43)}`, false],
  ['with padding', `SHA256:${'A'.repeat(43)}=`, false],
])('a fingerprint is a key’s: %s', (_, fingerprint, is) => {
  expect(PinHostKeyInput.safeParse({ host: 'cc-ci', fingerprint }).success).toBe(is)
})

test.each([
  ['a moment in UTC', { until: '2026-06-18 01:30' }, true],
  ['no moment', { until: 'soon' }, false],
  ['no reason', { reason: ' ' }, false],
])('a reservation has a reason and an end: %s', (_, different, is) => {
  const typed = { phase: 'redfix', host: 'cc-ci', reason: 'Two runs.', until: '2026-06-18T01:30:00Z', ...different }
  expect(TakeReservationInput.safeParse(typed).success).toBe(is)
})

import { expect, test } from 'vitest'
import { describeOffers, describeProbe } from './describe-probe.ts'
import type { Probe } from './protocol/probe.ts'

const AT = Date.parse('2026-06-18T00:10:00Z')
const QUIET: Probe = {
  ...{
    host: 'cc-ci',
    role: 'builder',
    bootId: '4f6c0d1e-aaaa-bbbb-cccc-0123456789ab',
    atMs: AT,
    uptimeMs: 4 * 86_400_000,
  },
  ...{
    cores: 4,
    load: { one: 0.8, five: 0.7, fifteen: 0.6 },
    psi: [],
    failedUnits: [],
    services: [],
    stacks: ['proxy'],
  },
  ...{ disks: [{ path: '/', usedPercent: 41, freeBytes: 50 * 2 ** 30 }], volumes: [], baselineStacks: ['proxy'] },
  ...{
    baselineVolumes: [],
    lock: { held: false, holder: null },
    inFlight: [],
    nextSweepAtMs: null,
    recipes: ['mumble'],
  },
  ...{ profiles: [{ name: 'alone', words: 'nothing else runs' }], diagnoses: [], wrong: [], deadlineMs: 3_600_000 },
  ...{ harness: { commit: '0a06c41f'.repeat(5), clean: true }, logCapBytes: 2 ** 30 },
}
const said = (name: string, different: Partial<Probe> = {}) =>
  describeProbe({ ...QUIET, ...different }).find((held) => held.name === name)

test('nothing about a quiet host is odd', () => {
  expect(describeProbe(QUIET).filter(({ odd }) => odd)).toEqual([])
})

test.each<[string, Partial<Probe>, string, boolean]>([
  ['Up', {}, '4 d, boot 4f6c0d1e', false],
  ['Load', { load: { one: 4, five: 1, fifteen: 1 } }, '4, 1, 1 on 4 cores', false],
  ['Load', { load: { one: 4.1, five: 1, fifteen: 1 }, cores: 1 }, '4.1, 1, 1 on 1 core', true],
  ['Pressure since boot', {}, 'the kernel does not count it', false],
  [
    'Pressure since boot',
    {
      uptimeMs: 1_000,
      psi: [
        { resource: 'cpu', kind: 'some', totalUs: 30_000 },
        { resource: 'cpu', kind: 'full', totalUs: 9_000 },
        { resource: 'io', kind: 'some', totalUs: 4_000 },
      ],
    },
    'waited for a processor 3 %, the disk 0 %',
    false,
  ],
  ['Failed units', { failedUnits: ['nginx.service'] }, 'nginx.service', true],
  ['Disk /', { disks: [{ path: '/', usedPercent: 79, freeBytes: 2 ** 30 }] }, '79 % used, 1.0 GiB free', false],
  ['Disk /', { disks: [{ path: '/', usedPercent: 80, freeBytes: 2 ** 30 }] }, '80 % used, 1.0 GiB free', true],
  ['Services', { services: [{ name: 'proxy_app', replicas: '1/1' }] }, 'proxy_app 1/1', false],
  ['Left over, stacks', {}, 'none', false],
  ['Left over, stacks', { stacks: ['proxy', 'mumb-1'] }, 'mumb-1', true],
  ['Left over, volumes', { volumes: ['old'] }, 'old', true],
  ['In flight', {}, 'nothing', false],
  ['In flight', { lock: { held: true, holder: 'g31-0a1b2c3d' } }, 'g31-0a1b2c3d', true],
  [
    'In flight',
    { lock: { held: true, holder: null }, inFlight: ['pid 7 sweep'] },
    'somebody holds the lock, pid 7 sweep',
    true,
  ],
  [
    'In flight',
    { lock: { held: true, holder: 'pid 0 that cannot be seen' } },
    'something that cannot be seen holds the lock',
    true,
  ],
  ['Next sweep', { nextSweepAtMs: Date.parse('2026-06-21T03:00:00Z') }, '2026-06-21 03:00Z', false],
  ['Harness', { harness: { commit: '0a06c41f'.repeat(5), clean: false } }, '0a06c41f, with local changes', true],
  ['Harness', { harness: null }, 'the host file names none', false],
])('%s, of %j, is %s', (name, different, words, odd) => {
  expect(said(name, different)).toEqual({ name, words, odd })
})

test('that a run itself holds the lock is nothing odd', () => {
  const after = { ...QUIET, lock: { held: true, holder: 'g31-0a1b2c3d' } }
  const inFlight = (own: string, others: string[] = []) =>
    describeProbe({ ...after, inFlight: others }, own).find(({ name }) => name === 'In flight')
  expect(inFlight('g31-0a1b2c3d')).toMatchObject({ words: 'g31-0a1b2c3d, the run itself', odd: false })
  expect(inFlight('g31-0a1b2c3d', ['pid 7 sweep'])).toMatchObject({ odd: true })
  expect(inFlight('g32-0a1b2c3d')).toMatchObject({ words: 'g31-0a1b2c3d', odd: true })
})

test('what it offers is said in the words of its host file', () => {
  const profiles = [...QUIET.profiles, { name: 'load', words: '' }]
  expect(describeOffers({ ...QUIET, profiles }).map(({ words }) => words)).toEqual([
    'mumble',
    'alone (nothing else runs), load',
  ])
})

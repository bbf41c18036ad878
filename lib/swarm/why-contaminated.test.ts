import { expect, test } from 'vitest'
import { aHostRun, aProbe } from '#lib/testing/a-probe.ts'
import { type Isolation, pressureOf, whyContaminated } from './why-contaminated.ts'

const waited = (share: number) => [{ resource: 'cpu', kind: 'some', totalUs: share * 600_000 } as const]
const isolation = (different: Partial<Isolation> = {}): Isolation => ({
  ...{ profile: 'alone', before: aProbe(), after: aProbe(), status: aHostRun(), pressureCounts: true },
  ...different,
})

test.each<[string, Partial<Isolation>]>([
  ['a run alone on a quiet host', {}],
  [
    'its own leftovers are its own fault, not contamination',
    { after: aProbe({ stacks: ['proxy', 'mumble'] }), status: aHostRun({ left: ['stack mumble'] }) },
  ],
  ['it holds the lock itself until it is over', { after: aProbe({ lock: { held: true, holder: 'g1-0123abcd' } }) }],
  ['pressure at the ceiling', { status: aHostRun({ psi: waited(80) }) }],
  ['pressure under load is the point', { profile: 'load', status: aHostRun({ psi: waited(100) }) }],
  ['pressure where the machine is shared by design', { pressureCounts: false, status: aHostRun({ psi: waited(100) }) }],
])('it counts: %s', (_, different) => {
  expect(whyContaminated(isolation(different))).toEqual([])
})

test.each<[string, Partial<Isolation>, string]>([
  ['a stack was there before', { before: aProbe({ stacks: ['proxy', 'gitea'] }) }, 'Left over when it began: gitea.'],
  [
    'another deploy was seen during it',
    { status: aHostRun({ overlap: ['service gitea_app'] }) },
    'It overlapped service gitea_app.',
  ],
  ['another stack is there after it', { after: aProbe({ stacks: ['proxy', 'gitea'] }) }, 'It overlapped stack gitea.'],
  [
    'that is said once',
    { after: aProbe({ stacks: ['proxy', 'gitea'] }), status: aHostRun({ overlap: ['stack gitea'] }) },
    'It overlapped stack gitea.',
  ],
  [
    'another stack is there after it, whose name a volume of its own bears',
    { after: aProbe({ stacks: ['proxy', 'gitea'] }), status: aHostRun({ left: ['volume gitea'] }) },
    'It overlapped stack gitea.',
  ],
  [
    'the harness is at work after it, not started from here',
    { after: aProbe({ inFlight: ['pid 12 run_recipe_ci.py'] }) },
    'It overlapped pid 12 run_recipe_ci.py.',
  ],
  [
    'nobody could look beside it',
    { status: aHostRun({ overlap: ['unknown: the list of stacks cannot be read'] }) },
    'What it overlapped is not known: the list of stacks cannot be read.',
  ],
  [
    'the host cannot say what stands there after it',
    { after: aProbe({ wrong: ['the list of stacks cannot be read'] }) },
    'cc-ci was not as it should be after it: the list of stacks cannot be read.',
  ],
  [
    'pressure past the ceiling once staging does not count',
    { status: aHostRun({ psi: waited(41), psiSinceMs: aHostRun().startedAtMs + 30_000 }) },
    'Something waited for a processor in 82 % of its time; alone allows 80 %.',
  ],
  ['nobody could look after it', { after: null }, 'The host could not be asked how it was left.'],
  [
    'pressure past the ceiling',
    { status: aHostRun({ psi: waited(81) }) },
    'Something waited for a processor in 81 % of its time; alone allows 80 %.',
  ],
])('left out: %s', (_, different, sentence) => {
  expect(whyContaminated(isolation(different))).toEqual([sentence])
})

test('pressure is a share of the run’s own time, and unknown where the host does not count it', () => {
  expect(pressureOf(aHostRun({ psi: waited(25) }))).toEqual({ cpu: 25, io: null, memory: null, loadMax: 1.2 })
  expect(pressureOf(aHostRun({ psi: waited(25), endedAtMs: null })).cpu).toBeNull()
})

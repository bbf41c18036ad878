import type { Probe } from '#lib/swarm/protocol/probe.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const AT_MS = Date.parse('2026-06-18T00:10:00Z')

/** A quiet host on which nothing stands that should not; name what is different. */
export const aProbe = (different: Partial<Probe> = {}): Probe => ({
  ...{ host: 'cc-ci', role: 'adversary', bootId: 'boot-1', atMs: AT_MS, uptimeMs: 4 * 86_400_000, cores: 4 },
  load: { one: 0.8, five: 0.7, fifteen: 0.7 },
  psi: [],
  failedUnits: [],
  disks: [{ path: '/', usedPercent: 41, freeBytes: 90_000_000_000 }],
  services: [{ name: 'proxy_app', replicas: '1/1' }],
  stacks: ['proxy'],
  volumes: ['proxy_certs'],
  baselineStacks: ['proxy'],
  baselineVolumes: ['proxy_certs'],
  lock: { held: false, holder: null },
  inFlight: [],
  nextSweepAtMs: null,
  recipes: ['mumble', 'gitea'],
  profiles: [
    { name: 'alone', words: '' },
    { name: 'load', words: '' },
    { name: 'promote', words: '' },
  ],
  diagnoses: [],
  harness: { commit: COMMIT, clean: true },
  deadlineMs: 3_600_000,
  logCapBytes: 536_870_912,
  wrong: [],
  ...different,
})

/** A run of a minute that ended by itself with exit code 0; name what is different. */
export const aHostRun = (different: Partial<HostRunStatus> = {}): HostRunStatus => ({
  ...{ state: 'ended', rc: 0, cause: null, bytes: 1_000, sha256: null, bootId: 'boot-1', nowBootId: 'boot-1' },
  ...{ atMs: AT_MS + 61_000, startedAtMs: AT_MS, endedAtMs: AT_MS + 60_000, profile: 'alone' },
  recipe: { commit: COMMIT, clean: true },
  harness: { commit: COMMIT, clean: true },
  ...{ left: [], overlap: [], psi: [], psiSinceMs: null, loadMax: 1.2, loadProfile: null, artifacts: [] },
  ...different,
})

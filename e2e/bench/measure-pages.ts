import { startServer } from '#e2e/server/start-server.ts'
import { enterAsAdversary } from '#e2e/vocabulary/enter-by-http.ts'
import { sendRaw } from '#e2e/vocabulary/raw-request.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { LARGE, TYPICAL } from './ledger/make-ledger.ts'
import { FLAKY } from './ledger/six-failures.ts'
import type { Row } from './row.ts'
import { percentile, type Times } from './times.ts'

const WARM_UP = 20
const ROUNDS = 200
/** For what no bound is promised. */
const FEWER_ROUNDS = 40
const BOUND_MS = 50

/** The plainest page that is made per request: for whoever is not signed in it reads nothing of the record. */
const PLAIN = '/sign-in'
const BOUNDED = {
  'board p95: a usual phase': addressOf.phase(TYPICAL),
  'board p95: the large phase': addressOf.phase(LARGE),
  'failure page p95: a usual phase': addressOf.failure(TYPICAL, FLAKY),
  'failure page p95: the large phase': addressOf.failure(LARGE, FLAKY),
}
const OTHERS = {
  'gate page p95: the large phase': addressOf.gate(LARGE, 'M1', FLAKY),
  'timeline p95: the large phase': addressOf.timeline(LARGE),
  'front page p95: sixty phases': '/',
  'ledger page p95': '/ledger',
}

/** Time to the last byte over HTTP, one request at a time, as the Adversary, of a production server on a copy of `record`. */
export async function measurePages(record: string): Promise<Row[]> {
  const server = await startServer('empty', record)
  try {
    const cookie = await enterAsAdversary(server)
    const times = new Map<string, Times>()
    const visit = async (path: string) => {
      const ms = await ask(`${server.address}${path}`, path === PLAIN ? '' : cookie)
      times.set(path, [...(times.get(path) ?? []), ms])
    }
    // Every page once a round, so that what disturbs the machine meanwhile disturbs them all.
    await inRounds(WARM_UP, [...Object.values({ ...BOUNDED, ...OTHERS }), PLAIN], visit)
    times.clear()
    await inRounds(ROUNDS, [...Object.values(BOUNDED), PLAIN], visit)
    await inRounds(FEWER_ROUNDS, Object.values(OTHERS), visit)
    const p95 = (path: string) => percentile(times.get(path) ?? [], 95)
    const rows = (asked: { [what: string]: string }, bound: number | null) =>
      Object.entries(asked).map(
        ([what, path]): Row => ({ what, unit: 'ms', measured: p95(path), bound, baseline: p95(PLAIN), against: PLAIN }),
      )
    return [...rows(BOUNDED, BOUND_MS), ...rows(OTHERS, null)]
  } finally {
    await server.stop()
  }
}

async function inRounds(
  rounds: number,
  paths: readonly string[],
  visit: (path: string) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) for (const path of paths) await visit(path)
}

async function ask(address: string, cookie: string): Promise<number> {
  const began = performance.now()
  const answer = await sendRaw(address, { method: 'GET', headers: { Cookie: cookie, 'Accept-Encoding': 'gzip' } })
  const ms = performance.now() - began
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`)
  return ms
}

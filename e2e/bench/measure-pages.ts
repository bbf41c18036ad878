import { join } from 'node:path'
import { writeNote } from '#db/notes/write-note.ts'
import { openDatabase } from '#db/open-database.ts'
import { must } from '#db/testing/must.ts'
import { startServer } from '#e2e/server/start-server.ts'
import { enterAsAdversary } from '#e2e/vocabulary/enter-by-http.ts'
import { sendRaw } from '#e2e/vocabulary/raw-request.ts'
import { asBuilderNow } from '#e2e/vocabulary/scenario-now.ts'
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
  'board: a usual phase': addressOf.phase(TYPICAL),
  'board: the large phase': addressOf.phase(LARGE),
  'failure page: a usual phase': addressOf.failure(TYPICAL, FLAKY),
  'failure page: the large phase': addressOf.failure(LARGE, FLAKY),
}
const OTHERS = {
  'gate page: the large phase': addressOf.gate(LARGE, 'M1', FLAKY),
  'timeline: the large phase': addressOf.timeline(LARGE),
  'front page: sixty phases': '/',
  'ledger page': '/ledger',
}

/** Time to the last byte over HTTP, one request at a time, as the Adversary, of a production server on a copy of `record`. */
export async function measurePages(record: string): Promise<Row[]> {
  const server = await startServer('empty', record)
  try {
    const cookie = await enterAsAdversary(server)
    const times = new Map<string, Times>()
    const visit = async (path: string, kept = path) => {
      const ms = await ask(`${server.address}${path}`, path === PLAIN ? '' : cookie)
      times.set(kept, [...(times.get(kept) ?? []), ms])
    }
    const record = openDatabase(join(server.dataFolder, 'gatehouse.sqlite'))
    const visitAnew = async (path: string) => {
      const text = `Something happened before look ${times.get(anew(path))?.length ?? 0} at ${path}.`
      const note = { failure: null, note: 'log', text, statedAt: null } as const
      for (const phase of [TYPICAL, LARGE]) must(writeNote(record, asBuilderNow({ ...note, phase })))
      await visit(path, anew(path))
    }
    // Every page once a round, so that what disturbs the machine meanwhile disturbs them all.
    await inRounds(WARM_UP, [...Object.values({ ...BOUNDED, ...OTHERS }), PLAIN], (path) => visit(path))
    times.clear()
    await inRounds(ROUNDS, [...Object.values(BOUNDED), PLAIN], (path) => visit(path))
    await inRounds(ROUNDS, [...Object.values(BOUNDED), PLAIN], (path) =>
      path === PLAIN ? visit(path) : visitAnew(path),
    )
    await inRounds(FEWER_ROUNDS, Object.values(OTHERS), (path) => visit(path))
    record.$client.close()
    const rows = (asked: { [what: string]: string }, inAHundred: number, bound: number | null, key = itself) =>
      Object.entries(asked).map(([what, path]): Row => {
        const [measured, baseline] = [key(path), PLAIN].map((one) => percentile(times.get(one) ?? [], inAHundred))
        return {
          ...{ what: `${what}${key(path) === path ? '' : ', just after an event'}, p${inAHundred}`, unit: 'ms', bound },
          ...{ measured: measured ?? 0, baseline: baseline ?? 0, against: PLAIN },
        }
      })
    return [
      ...rows(BOUNDED, 95, BOUND_MS),
      ...rows(BOUNDED, 95, BOUND_MS, anew),
      // The median tells what a page costs, the 95th of a hundred also what else the machine did.
      ...rows(BOUNDED, 50, null),
      ...rows(BOUNDED, 50, null, anew),
      ...rows(OTHERS, 95, null),
    ]
  } finally {
    await server.stop()
  }
}

const itself = (path: string) => path
/** Under this the first looks after an event are kept: they read the facts that later looks find read. */
const anew = (path: string) => `${path} anew`

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

import { defineRoute, sentence } from '#lib/server/actions/define-route.ts'
import { blobs } from '#lib/server/blobs/blobs.ts'
import { eventResponse } from '#lib/server/live/event-stream.ts'
import { findLoggedRun } from '#lib/server/logs/find-logged-run.ts'
import { sealedLog } from '#lib/server/logs/log-source.ts'
import { logStream } from '#lib/server/logs/log-stream.ts'
import { logFeed, spoolLog } from '#lib/server/logs/spool-logs.ts'

const ADDRESS = /\/api\/runs\/(\d+)\/stream$/
const runAt = ({ pathname }: URL) => findLoggedRun(ADDRESS.exec(pathname)?.[1] ?? '')

/**
 * The log of a run, live, from `?from=<byte>` on, and what is recorded in its phase. A browser that lost the stream says itself how far it
 * came. With `?most=<lines>` it leaves out what lies further back.
 */
export const GET = defineRoute(
  { permission: 'record.read', phaseOf: (url) => runAt(url)?.phase ?? null },
  (request) => {
    const url = new URL(request.url)
    const run = runAt(url)
    if (run === null) return sentence(404, 'There is no such run.')
    const byte = Number(request.headers.get('last-event-id') ?? url.searchParams.get('from') ?? 0)
    const most = Number(url.searchParams.get('most') ?? Number.NaN)
    const from = {
      byte: Number.isSafeInteger(byte) ? byte : 0,
      mostLines: Number.isSafeInteger(most) && most > 0 ? most : null,
    }
    const followed =
      run.log === null
        ? { feed: logFeed(run.number), source: spoolLog(run.number).source() }
        : { feed: null, source: sealedLog(blobs(), run.log.sha256) }
    return eventResponse(logStream(followed, from, run.phase, request.signal))
  },
)

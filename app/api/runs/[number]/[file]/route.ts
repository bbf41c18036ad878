import { findRun } from '#db/runs/find-run.ts'
import type { AttachedRun, KeptFile } from '#lib/runs/attached-run.ts'
import { defineRoute, sentence } from '#lib/server/actions/define-route.ts'
import { blobs } from '#lib/server/blobs/blobs.ts'
import { streamOf } from '#lib/server/blobs/stream-of.ts'
import { database } from '#lib/server/database.ts'

const ADDRESS = /\/api\/runs\/([1-9]\d{0,8})\/(log|results|lint|screenshot|junit-([1-9]\d{0,3}))$/

function findFile(url: URL) {
  const [, number, kind = '', nth] = ADDRESS.exec(url.pathname) ?? []
  const row = number === undefined ? null : findRun(database(), Number(number))
  return { row, file: row === null ? null : fileOf(row.run, kind, Number(nth)) }
}

/** `nth` of the JUnit files, from 1. */
function fileOf({ log, results, supervised }: AttachedRun, kind: string, nth: number): KeptFile | null {
  if (kind === 'log') return log
  if (kind === 'results') return results
  if (kind === 'lint') return supervised?.lint ?? null
  return (kind === 'screenshot' ? supervised?.screenshot : supervised?.junit[nth - 1]) ?? null
}

/** The sealed bytes, as they were attached. Always a download, never shown as what it says it is. */
export const GET = defineRoute(
  { permission: 'record.read', phaseOf: (url) => findFile(url).row?.phase ?? null },
  async (request) => {
    const { file } = findFile(new URL(request.url))
    if (file === null) return sentence(404, 'There is no such file.')
    const opened = await blobs().open(file.sha256)
    if (!opened.ok) return sentence(404, opened.refusal.sentence)
    return new Response(streamOf(opened.value), {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(file.size),
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
)

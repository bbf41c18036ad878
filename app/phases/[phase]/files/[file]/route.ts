import { defineRoute, sentence } from '#lib/server/actions/define-route.ts'
import { readPhaseFile } from '#lib/server/pages/read-phase-file.ts'

const ADDRESS = /^\/phases\/([^/]+)\/files\/([^/]+)$/

/** Null where it cannot be decoded. */
function readPart(part: string | undefined): string | null {
  try {
    return part === undefined ? null : decodeURIComponent(part)
  } catch {
    return null
  }
}

function findNames({ pathname }: URL): { phase: string | null; file: string | null } {
  const [, phase, file] = ADDRESS.exec(pathname) ?? []
  return { phase: readPart(phase), file: readPart(file) }
}

/** As the browser asked: behind the server an address is always called localhost. */
const askedOrigin = ({ headers, url }: Request): string => `http://${headers.get('host') ?? new URL(url).host}`

/** The phase in the form teams keep: REVIEW-<phase>.md or STATUS-<phase>.md, as the record stands. */
export const GET = defineRoute({ permission: 'record.read', phaseOf: (url) => findNames(url).phase }, (request) => {
  const { phase, file } = findNames(new URL(request.url))
  const text = phase === null || file === null ? null : readPhaseFile(phase, file, askedOrigin(request), new Date())
  if (text === null || file === null) return sentence(404, 'There is no such file.')
  return new Response(text, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(file)}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

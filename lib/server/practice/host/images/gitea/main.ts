// A forge whose 1.25 wants a JWT secret: from its settings, or it makes one and saves it into app.ini, as the real one does.
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readTexts, writeTexts } from '../shared/json-file.ts'
import { at } from '../shared/paths.ts'
import { bodyOf, say, serve, sleep, VERSION } from '../shared/serve.ts'

const INI = '/etc/gitea/app.ini'
const REPOSITORIES = '/var/lib/gitea/repositories.json'
const wantsSecret = Number(VERSION.split('.')[1] ?? '0') >= 25

function secretFrom(uri: string): void {
  const file = at(uri.replace(/^file:/, ''))
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'))
}

function loadSettings(): void {
  const uri = process.env.GITEA__oauth2__JWT_SECRET_URI
  if (!wantsSecret || /^JWT_SECRET\s*=/m.test(readFileSync(at(INI), 'utf8'))) return
  if (uri !== undefined) {
    secretFrom(uri)
    return
  }
  try {
    appendFileSync(at(INI), `\n[oauth2]\nJWT_SECRET = ${randomBytes(32).toString('base64url')}\n`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const why = code === 'ERR_ACCESS_DENIED' ? 'permission denied' : code
    say(`[F] InitOAuth2: failed to save the JWT secret to ${INI}: ${why}`)
    process.exit(1)
  }
}

say(`Gitea ${VERSION}: loading ${INI}`)
await sleep(300)
loadSettings()

serve(3000, async (request, url) => {
  if (url.pathname === '/api/v1/version') return { status: 200, body: { version: VERSION } }
  if (url.pathname === '/api/healthz') return { status: 200, body: { status: 'pass' } }
  if (url.pathname !== '/api/v1/repos') return { status: 200, body: { title: 'Gitea', version: VERSION } }
  if (request.method === 'POST') writeTexts(REPOSITORIES, [...readTexts(REPOSITORIES), await bodyOf(request)])
  if (request.method === 'DELETE') writeTexts(REPOSITORIES, [])
  return { status: 200, body: { repositories: readTexts(REPOSITORIES) } }
})

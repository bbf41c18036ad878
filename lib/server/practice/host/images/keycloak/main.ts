// An OpenID provider: realms in its volume. Each says in its metadata which stack it is.
import { readTexts, writeTexts } from '../shared/json-file.ts'
import { bodyOf, say, serve, sleep, VERSION } from '../shared/serve.ts'

const REALMS = '/opt/keycloak/data/realms.json'
say(`Keycloak ${VERSION}: importing realms`)
await sleep(400)

serve(8080, async (request, url) => {
  if (url.pathname === '/health/ready') return { status: 200, body: { status: 'UP' } }
  if (url.pathname === '/realms') {
    if (request.method === 'POST') writeTexts(REALMS, [...readTexts(REALMS), await bodyOf(request)])
    if (request.method === 'DELETE') writeTexts(REALMS, [])
    return { status: 200, body: { realms: ['master', ...readTexts(REALMS)] } }
  }
  if (url.pathname === '/realms/master/.well-known/openid-configuration') {
    const issuer = `https://${process.env.KC_HOSTNAME ?? 'localhost'}/realms/master`
    return { status: 200, body: { issuer, version: VERSION, stack: process.env.STACK_NAME ?? '' } }
  }
  if (url.pathname === '/') return { status: 200, body: { title: 'Keycloak', version: VERSION } }
  return { status: 404, body: { error: 'not found' } }
})

// A personal data server: records in its volume, and the answer to "may there be a certificate for this name?".
import { readTexts, writeTexts } from '../shared/json-file.ts'
import { bodyOf, say, serve, sleep, VERSION } from '../shared/serve.ts'

const RECORDS = '/pds/records.json'
say(`PDS ${VERSION}: opening the account database`)
await sleep(400)

serve(3000, async (request, url) => {
  if (url.pathname === '/xrpc/_health') return { status: 200, body: { version: VERSION } }
  if (url.pathname === '/tls-check') {
    const known = url.searchParams.get('domain') === process.env.PDS_HOSTNAME
    return { status: known ? 200 : 404, body: { known } }
  }
  if (url.pathname !== '/xrpc/records')
    return { status: 200, body: { title: 'This is an AT Protocol Personal Data Server' } }
  if (request.method === 'POST') writeTexts(RECORDS, [...readTexts(RECORDS), await bodyOf(request)])
  if (request.method === 'DELETE') writeTexts(RECORDS, [])
  return { status: 200, body: { records: readTexts(RECORDS) } }
})

// A chat server that keeps its posts in the database beside it.
import { query } from '../postgres/query.ts'
import { addressesOf } from '../shared/resolver.ts'
import { bodyOf, say, serve, sleep, VERSION } from '../shared/serve.ts'

async function ask(statement: string): Promise<string[]> {
  const [address] = await addressesOf(process.env.MM_DATABASE ?? 'postgres')
  if (address === undefined) throw new Error('no database')
  return query(address, statement)
}

say(`Mattermost ${VERSION}: waiting for the database`)
for (;;) {
  const rows = await ask('SELECT').catch(() => null)
  if (rows !== null) break
  await sleep(100)
}
await sleep(300)

serve(8065, async (request, url) => {
  if (url.pathname === '/api/v4/system/ping') return { status: 200, body: { status: 'OK', version: VERSION } }
  if (url.pathname !== '/api/v4/posts') return { status: 200, body: { title: 'Mattermost', version: VERSION } }
  const post = request.method === 'GET' ? '' : await bodyOf(request)
  if (request.method === 'POST') await ask(`INSERT ${post}`)
  if (request.method === 'DELETE') await ask(`DELETE ${post}`)
  return { status: 200, body: { posts: await ask('SELECT') } }
})

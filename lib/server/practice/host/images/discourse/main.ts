// A forum: topics in its data folder, work for Sidekiq as files in a queue beside them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { readTexts, writeTexts } from '../shared/json-file.ts'
import { at } from '../shared/paths.ts'
import { bodyOf, say, serve, sleep, VERSION } from '../shared/serve.ts'

const TOPICS = '/shared/topics.json'
const QUEUE = at('/shared/queue')

say(`Discourse ${VERSION}: migrating the database`)
await sleep(500)
mkdirSync(QUEUE, { recursive: true })
// The official image runs its own Sidekiq; the other leaves that to a service beside it.
if (process.env.UNICORN_SIDEKIQS !== undefined) await import('./sidekiq.ts')

serve(3000, async (request, url) => {
  if (url.pathname === '/srv/status') return { status: 200, body: { status: 'ok', version: VERSION } }
  if (url.pathname !== '/topics') return { status: 200, body: { title: 'Discourse', version: VERSION } }
  if (request.method === 'POST') {
    const topic = await bodyOf(request)
    writeTexts(TOPICS, [...readTexts(TOPICS), topic])
    writeFileSync(`${QUEUE}/${Date.now()}-${process.hrtime.bigint()}`, topic)
    return { status: 201, body: { topic } }
  }
  if (request.method === 'DELETE') writeTexts(TOPICS, [])
  return { status: 200, body: { topics: readTexts(TOPICS), mailed: readTexts('/shared/mailed.json') } }
})

import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'
import { sleep } from '../../runner/log.ts'

export const file = 'test_topics.ts'

export async function test_create_and_read_topic(app: App): Promise<void> {
  assert.equal((await app.fetch('/topics', { method: 'POST', body: 'hello from a visitor' })).status, 201)
  assert.match((await app.fetch('/topics')).body, /hello from a visitor/)
}

export async function test_mail_goes_out(app: App): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    const { body } = await app.fetch('/topics')
    if (/"mailed":\[[^\]]*hello from a visitor/.test(body)) return
    await sleep(100)
  }
  assert.fail('nobody worked off the queue within 3 s')
}

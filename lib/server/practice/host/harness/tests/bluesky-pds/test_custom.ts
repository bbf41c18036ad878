import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export const file = 'test_health.ts'

export async function test_health_through_the_door(app: App): Promise<void> {
  const reply = await app.fetch('/xrpc/_health')
  assert.equal(reply.status, 200, `/xrpc/_health answers ${reply.status} ${reply.why}`)
}

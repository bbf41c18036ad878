import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export async function test_healthy_inside(app: App): Promise<void> {
  const server = app.stack.services.find(({ name }) => name !== 'caddy')?.name ?? 'app'
  const reply = await app.inside(server, 3000, '/xrpc/_health')
  assert.equal(reply.status, 200, `inside, /xrpc/_health answers ${reply.status} ${reply.why}`)
}

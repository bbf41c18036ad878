import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export async function test_services_converged(app: App): Promise<void> {
  const tasks = await app.tasks()
  for (const { service, running } of tasks) assert.ok(running, `${service} is not running`)
  assert.equal(tasks.length, app.stack.services.length, 'not every service has a task')
}

export async function test_serves_through_the_proxy(app: App): Promise<unknown> {
  const routed = app.stack.services.some(({ labels }) => Object.keys(labels).some((key) => key.startsWith('traefik.')))
  if (!routed) return 'skip'
  const reply = await app.fetch('/')
  assert.equal(reply.status, 200, `/ answers ${String(reply.status).padStart(3, '0')} ${reply.why}`)
  return undefined
}

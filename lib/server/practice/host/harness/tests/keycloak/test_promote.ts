import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export async function test_the_canonical_itself_answers(app: App): Promise<void> {
  const reply = await app.fetch('/realms/master/.well-known/openid-configuration')
  const { stack, version }: { stack: string; version: string } = JSON.parse(reply.body)
  assert.equal(stack, app.place.stack, `${app.place.domain} is answered by ${stack}, version ${version}`)
}

export async function test_kept_realm_is_served(app: App): Promise<void> {
  assert.match((await app.fetch('/realms')).body, /a-realm-that-must-last/)
}

import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export const file = 'test_oidc.ts'

export async function test_metadata_names_its_domain(app: App): Promise<void> {
  const reply = await app.fetch('/realms/master/.well-known/openid-configuration')
  const { issuer }: { issuer: string } = JSON.parse(reply.body)
  assert.equal(issuer, `https://${app.place.domain}/realms/master`)
}

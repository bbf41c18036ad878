import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export const file = 'test_api.ts'

export async function test_create_and_list_repository(app: App): Promise<void> {
  await app.fetch('/api/v1/repos', { method: 'POST', body: 'visitor/hello' })
  assert.match((await app.fetch('/api/v1/repos')).body, /visitor\/hello/)
}

export async function test_version_is_the_image(app: App): Promise<void> {
  const image = app.stack.services.find(({ name }) => name === 'app')?.image ?? ''
  const { version }: { version: string } = JSON.parse((await app.fetch('/api/v1/version')).body)
  assert.ok(image.endsWith(`:${version}`), `${version} answers, ${image} was deployed`)
}

import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export const file = 'test_posts.ts'

export async function test_post_and_read(app: App): Promise<void> {
  await app.fetch('/api/v4/posts', { method: 'POST', body: 'hello team' })
  assert.match((await app.fetch('/api/v4/posts')).body, /hello team/)
}

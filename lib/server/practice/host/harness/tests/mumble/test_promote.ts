import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'
import { converse } from './client.ts'

export async function test_server_says_its_version(app: App): Promise<void> {
  const lines = await converse(await app.open('app', 64738), null, 'Version', 3000)
  assert.match(lines[0] ?? '', /^Version \d/)
}

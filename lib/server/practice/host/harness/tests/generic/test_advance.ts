import assert from 'node:assert/strict'
import type { App, AppState } from '../../runner/app.ts'

export async function test_advance_keeps_the_volume(app: App, state: AppState): Promise<void> {
  assert.ok(await state.isThere(app), 'what was there before the advance is gone')
}

import assert from 'node:assert/strict'
import type { App, AppState } from '../../runner/app.ts'

export async function test_restore_returns_state(app: App, state: AppState): Promise<void> {
  assert.ok(await state.isThere(app), 'the state that was backed up did not come back')
}

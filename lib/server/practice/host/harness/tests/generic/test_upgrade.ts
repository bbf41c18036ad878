import assert from 'node:assert/strict'
import type { App, AppState } from '../../runner/app.ts'

export async function test_upgrade_preserves_state(app: App, state: AppState): Promise<void> {
  assert.ok(await state.isThere(app), 'what was there before the upgrade is gone')
}

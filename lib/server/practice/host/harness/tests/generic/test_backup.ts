import assert from 'node:assert/strict'
import type { App, AppState } from '../../runner/app.ts'

export async function test_app_survives_its_backup(app: App, state: AppState): Promise<void> {
  assert.ok(await state.isThere(app), 'what was there before the backup is gone')
}

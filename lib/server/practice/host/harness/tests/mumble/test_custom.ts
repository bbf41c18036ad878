import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'
import { converse } from './client.ts'

export const file = 'test_protocol_handshake.ts'
const HANDSHAKE_WITHIN_MS = 2000

export async function test_handshake_completes_with_channel_presence(app: App): Promise<void> {
  const began = performance.now()
  const lines = await converse(await app.open('app', 64738), 'Authenticate visitor', 'ServerSync', HANDSHAKE_WITHIN_MS)
  app.note(`handshake after ${Math.round(performance.now() - began)} ms: ${lines.join(', ')}`)
  assert.ok(lines.includes('ChannelState Root'), 'no state of the channel Root')
  assert.ok(lines.includes('UserState you in Root'), 'no presence in the channel')
}

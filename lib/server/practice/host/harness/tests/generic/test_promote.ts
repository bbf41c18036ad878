import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

const VISITS = 12
const shown = (status: number): string => String(status).padStart(3, '0')

/** One visit may be lucky: a name with two addresses answers rightly every other time. */
export async function test_answers_through_the_proxy(app: App): Promise<unknown> {
  const routed = app.stack.services.some(({ labels }) => Object.keys(labels).some((key) => key.startsWith('traefik.')))
  if (!routed) return 'skip'
  const statuses: number[] = []
  for (let visit = 0; visit < VISITS; visit++) statuses.push((await app.fetch('/')).status)
  const wrong = statuses.filter((status) => status !== 200)
  assert.equal(wrong.length, 0, `${app.place.domain} answers ${statuses.map(shown).join(' ')}`)
  return undefined
}

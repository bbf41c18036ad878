// Is a deploy faithful to its pull request? Written for the move to the official image.
import assert from 'node:assert/strict'
import type { App } from '../../runner/app.ts'

export async function test_app_runs_official_image(app: App): Promise<void> {
  const image = (await app.tasks()).find(({ service }) => service === 'app')?.image
  assert.equal(image, 'discourse/discourse:3.5.3', `app runs ${image}`)
}

export async function test_sidekiq_service_is_gone(app: App): Promise<void> {
  const services = (await app.tasks()).map(({ service }) => service)
  assert.ok(!services.includes('sidekiq'), `services: ${services.join(', ')}`)
}

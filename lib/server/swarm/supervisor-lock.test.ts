import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeSupervisorLock } from './supervisor-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const OURS = join(import.meta.dirname, 'supervisor-lock.ts')
const HOLDER = `
  const { takeSupervisorLock } = await import(process.argv[2])
  const lock = takeSupervisorLock(process.argv[1])
  process.stdout.write(lock === null ? 'no' : 'yes')
  setInterval(() => {}, 1000)`

/** Another process that takes the lock, or not, and stays. */
async function another(): Promise<{ holds: boolean; kill(): Promise<unknown> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder, OURS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const word = await new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(`${data}`)))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  return {
    holds: word === 'yes',
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}

test('of two processes one supervises, and the other may when the first was killed', async () => {
  const first = await another()
  const second = await another()
  expect([first.holds, second.holds]).toEqual([true, false])
  expect(takeSupervisorLock(folder)).toBeNull()
  await first.kill()
  const lock = takeSupervisorLock(folder)
  expect(lock).not.toBeNull()
  lock?.release()
  await second.kill()
})

test('who releases it leaves it to the next', () => {
  const lock = takeSupervisorLock(folder)
  expect(takeSupervisorLock(folder)).toBeNull()
  lock?.release()
  const next = takeSupervisorLock(folder)
  expect(next).not.toBeNull()
  next?.release()
})

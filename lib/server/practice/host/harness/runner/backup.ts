import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import type { Stack } from '../engine/stack.ts'
import { step } from './log.ts'

async function hook(engine: Engine, stack: Stack, service: string, words: string | undefined): Promise<void> {
  if (words === undefined) return
  const { code, output } = await engine.exec(stack.name, service, words.split(' '))
  step(`${service}: ${words}: ${output === '' ? `exit ${code}` : output}`)
  if (code !== 0) throw new Error(`the hook ${words} of ${service} ended with ${code}`)
}

/** Services that say so are backed up: pre-hook, the path of their label, post-hook. */
export async function backUp(engine: Engine, stack: Stack, folder: string): Promise<string[]> {
  const saved: string[] = []
  for (const { name, labels } of stack.services) {
    const path = labels['backupbot.backup.path']
    if (labels['backupbot.backup'] !== 'true' || path === undefined) continue
    await hook(engine, stack, name, labels['backupbot.backup.pre-hook'])
    await engine.copyOut(stack.name, name, path, join(folder, name))
    step(`${name}: saved ${path}`)
    await hook(engine, stack, name, labels['backupbot.backup.post-hook'])
    saved.push(name)
  }
  return saved
}

/** Puts the files of a backup back where they were, then the restore hook, where a service has one. */
export async function restore(engine: Engine, stack: Stack, folder: string): Promise<void> {
  for (const { name, labels } of stack.services) {
    const path = labels['backupbot.backup.path']
    if (labels['backupbot.backup'] !== 'true' || path === undefined) continue
    await engine.copyIn(stack.name, name, join(folder, name), path)
    step(`${name}: put ${path} back`)
    const after = labels['backupbot.restore.post-hook']
    if (after === undefined) step(`${name}: no restore hook`)
    else await hook(engine, stack, name, after)
  }
}

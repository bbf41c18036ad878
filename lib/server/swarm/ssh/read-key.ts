import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { SshRefusal } from './ssh-refusal.ts'

/** What is shown to a host: a private key, or an agent's socket. Neither is ever part of a sentence. */
export type SshKey = { privateKey: string } | { agent: string }

/** Anybody but the owner may read or change it: OpenSSH refuses such a key too. */
const OTHERS = 0o077

/** `place`: the path of a private key file (`~/` is the home of whoever runs Gatehouse), or `agent`. */
export async function readKey(place: string): Promise<Result<SshKey, SshRefusal>> {
  if (place === 'agent') {
    const agent = process.env.SSH_AUTH_SOCK ?? ''
    return agent === '' ? refuseKey('The agent is asked for, and Gatehouse was started without one.') : ok({ agent })
  }
  const path = place.startsWith('~/') ? join(homedir(), place.slice(2)) : place
  let text: string
  try {
    if (((await stat(path)).mode & OTHERS) !== 0)
      return refuseKey(`The key ${place} can be read by others on this machine: chmod 600 makes it one’s own.`)
    text = await readFile(path, 'utf8')
  } catch {
    return refuseKey(`The key ${place} cannot be read.`)
  }
  const parsed = ssh2.utils.parseKey(text)
  if (!(parsed instanceof Error)) return ok({ privateKey: text })
  return refuseKey(
    /encrypted/i.test(parsed.message)
      ? `The key ${place} has a passphrase: load it into an agent and name agent as the key.`
      : `The key ${place} is not a private key.`,
  )
}

const refuseKey = (sentence: string) => refuse(because('key', sentence))

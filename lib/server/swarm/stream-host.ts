import { because, type Result, refuse } from '#lib/result.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import { connectionTo } from './connections.ts'
import type { HostChannel } from './ssh/host-channel.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'

/** The script on the host checks every word by a pattern of its own; nothing else than this ever leaves here. */
const WORD = /^[A-Za-z0-9][A-Za-z0-9._+/-]{0,199}$/

/** Gives the host one command and answers with its channel, which the caller reads to its end or closes. */
export async function streamHost(
  host: string,
  side: HostSide,
  words: readonly string[],
): Promise<Result<HostChannel, SshRefusal>> {
  if (!words.every((word) => WORD.test(word)))
    return refuse(because('not_understood', 'A host is asked in plain words only.'))
  const connection = connectionTo(host, side)
  return connection.ok ? connection.value.channel(words.join(' ')) : connection
}

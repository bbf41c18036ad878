import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import type { HostChannel } from './ssh/host-channel.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'
import { streamHost } from './stream-host.ts'

/** `input`: what the command reads; `limitBytes`: the most it may print; `timeoutMs`: from now until it has ended. */
export type AskOptions = { input?: string; limitBytes?: number; timeoutMs?: number }
export type HostAnswer = { code: number; out: Buffer; err: string }

const LIMIT_BYTES = 2 ** 20
const TIMEOUT_MS = 15_000

/**
 * Asks the script on a host, with the key of this side, and waits until it has answered. A code other than 0 is an answer too. Never throws
 * for what a network does; after `cut` and `timeout` the host may have done what it was asked.
 */
export async function askHost(
  host: string,
  side: HostSide,
  words: readonly string[],
  { input, limitBytes = LIMIT_BYTES, timeoutMs = TIMEOUT_MS }: AskOptions = {},
): Promise<Result<HostAnswer, SshRefusal>> {
  const opening = streamHost(host, side, words)
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<Result<never, SshRefusal>>((resolve) => {
    timer = setTimeout(() => resolve(refuse(because('timeout', `${host} does not answer.`))), timeoutMs)
  })
  const answer = opening.then((opened) => (opened.ok ? readAnswer(host, opened.value, input, limitBytes) : opened))
  try {
    const first = await Promise.race([answer, timeout])
    if (!first.ok) void opening.then((opened) => opened.ok && opened.value.close())
    return first
  } finally {
    clearTimeout(timer)
  }
}

async function readAnswer(
  host: string,
  channel: HostChannel,
  input: string | undefined,
  limitBytes: number,
): Promise<Result<HostAnswer, SshRefusal>> {
  channel.send(input ?? '')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of channel.out()) {
    size += chunk.length
    if (size > limitBytes) return refuse(because('too_long', `${host} answers with more than was expected.`))
    chunks.push(chunk)
  }
  const { code, err, lost } = await channel.ended
  if (code === null) return refuse(lost ?? because('cut', `${host} broke off before it had answered.`))
  return ok({ code, out: Buffer.concat(chunks), err })
}

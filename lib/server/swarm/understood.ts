import { because, type Result, refuse } from '#lib/result.ts'
import { readRefusal } from '#lib/swarm/protocol/read-refusal.ts'
import type { HostAnswer } from './ask.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'

/** What a host printed, read; a code other than 0 is a refusal in the host's own sentence. */
export function understood<Value>(
  host: string,
  answer: Result<HostAnswer, SshRefusal>,
  read: (text: string) => Result<Value, { sentence: string }>,
): Result<Value, SshRefusal> {
  if (!answer.ok) return answer
  const { code, out, err } = answer.value
  const text = out.toString('utf8')
  if (code !== 0) return refuse(because('not_done', saidBy(host, code, err, text)))
  const value = read(text)
  return value.ok ? value : refuse(because('not_understood', `${host}: ${value.refusal.sentence}`))
}

/** Why a host did not do what it was asked, in its own sentence. */
export const saidBy = (host: string, code: number | null, err: string, out = ''): string =>
  `${host}: ${readRefusal(code, err, out).sentence}`

import { because, type Refusal } from '#lib/result.ts'

/** Why a host could not be asked, or did not do it (`not_done`, in its own sentence). After `cut` and `timeout` it may have heard what was asked. */
export type SshReason =
  | 'no_host'
  | 'no_host_key'
  | 'host_key_changed'
  | 'alias'
  | 'key'
  | 'unreachable'
  | 'refused'
  | 'auth'
  | 'timeout'
  | 'cut'
  | 'too_long'
  | 'not_understood'
  | 'not_done'
export type SshRefusal = Refusal<SshReason>

const REFUSED = ['ECONNREFUSED']
const UNREACHABLE = ['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'ENETDOWN']

/** What ssh2 throws or emits, in a sentence. Its own words stay out: they may quote what the other side sent. */
export function explainSshError(host: string, error: unknown): SshRefusal {
  const code = wordOf(error, 'code')
  const level = wordOf(error, 'level')
  if (REFUSED.includes(code)) return because('refused', `${host} refuses connections: no SSH server answers there.`)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return because('unreachable', `The address of ${host} cannot be found.`)
  if (UNREACHABLE.includes(code)) return because('unreachable', `${host} cannot be reached from here.`)
  if (level === 'client-authentication') return because('auth', `${host} does not accept the key.`)
  if (level === 'client-timeout' || code === 'ETIMEDOUT') return because('timeout', `${host} does not answer.`)
  return because('cut', `The connection to ${host} was lost.`)
}

const wordOf = (error: unknown, name: 'code' | 'level'): string => {
  const word = error instanceof Error && name in error ? Reflect.get(error, name) : ''
  return typeof word === 'string' ? word : ''
}

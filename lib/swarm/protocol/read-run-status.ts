import type { Result } from '#lib/result.ts'
import { ARTIFACT, BOOT, COMMIT, fieldsOf, type MalformedAnswer, NAME, NUMBER, PSI, shorten, WORDS } from './fields.ts'
import { readCheckout, readPsi } from './read-psi.ts'
import { type HostRunStatus, hostRunCauses, hostRunStates } from './run-status.ts'

const STATE = new RegExp(`^(?<state>${hostRunStates.join('|')})$`)
const CAUSE = new RegExp(`^(?<cause>${hostRunCauses.join('|')})$`)
const RC = /^(?<number>\d{1,3})$/
const SHA256 = /^(?<hex>[0-9a-f]{64})$/
const LOAD = /^(?<load>\d{1,6}\.\d{1,2})$/
const PROFILE = /^(?<start>\d{1,15}) (?<end>\d{1,15}|-)(?: (?<words>.*))?$/

/** Reads what `status` printed of a run. An ended run without exit code, and an exit code of a run that has not ended, are refused. */
export function readRunStatus(text: string): Result<HostRunStatus, MalformedAnswer> {
  const { one, maybe, many, finish } = fieldsOf(text, 'What the host says of the run')
  const number = (key: string) => Number(one(key, NUMBER).number)
  const perhaps = (key: string, pattern: RegExp, group: string) => maybe(key, pattern)?.[group] ?? null
  const words = (key: string) => many(key, WORDS).map(({ words: said = '' }) => shorten(said))
  const said = one('state', STATE).state
  const state = hostRunStates.find((known) => known === said) ?? 'died'
  const cause = perhaps('cause', CAUSE, 'cause')
  const load = perhaps('load-max', LOAD, 'load')
  const time = (key: string) => {
    const ms = perhaps(key, NUMBER, 'number')
    return ms === null ? null : Number(ms)
  }
  const profile = maybe('load-profile', PROFILE)
  return finish({
    state,
    rc: state === 'ended' ? Number(one('rc', RC).number) : null,
    cause: hostRunCauses.find((known) => known === cause) ?? null,
    bytes: number('bytes'),
    sha256: perhaps('sha256', SHA256, 'hex'),
    bootId: one('boot', BOOT).id ?? '',
    nowBootId: one('now-boot', BOOT).id ?? '',
    atMs: number('time'),
    startedAtMs: number('started'),
    endedAtMs: time('ended'),
    profile: perhaps('profile', NAME, 'name'),
    recipe: readCheckout(maybe('recipe-commit', COMMIT)),
    harness: readCheckout(maybe('harness-commit', COMMIT)),
    left: words('left'),
    overlap: words('overlap'),
    psi: many('psi', PSI).map(readPsi),
    psiSinceMs: time('psi-since'),
    loadMax: load === null ? null : Number(load),
    loadProfile: profile === null ? null : readLoadProfile(profile),
    artifacts: many('artifact', ARTIFACT).map(({ name = '', bytes }) => ({ name, bytes: Number(bytes) })),
  })
}

const readLoadProfile = ({ start, end, words }: Readonly<Record<string, string>>) => ({
  startedAtMs: Number(start),
  endedAtMs: end === '-' ? null : Number(end),
  words: shorten(words ?? ''),
})

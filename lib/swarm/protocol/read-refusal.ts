import { because, type Refusal } from '#lib/result.ts'
import { fieldsOf, shorten, WORDS } from './fields.ts'

export const hostRefusals = ['malformed', 'unknown', 'busy', 'cannot_start', 'installation', 'failed'] as const
/** Why the host did not do what it was asked; `holder` says who has the node when it is busy. */
export type HostRefusal = Refusal<(typeof hostRefusals)[number]> & { holder: string | null }

const BY_EXIT_CODE: Readonly<Record<number, HostRefusal['reason']>> = {
  2: 'malformed',
  3: 'unknown',
  4: 'busy',
  5: 'cannot_start',
  6: 'installation',
  126: 'installation',
  127: 'installation',
}

const WITHOUT_WORDS = {
  malformed: 'The host does not take this request.',
  unknown: 'The host knows nothing of that name.',
  busy: 'The host carries out another run.',
  cannot_start: 'The host cannot start this run.',
  installation: 'gatehouse-host is not installed on the host as it should be, or the key does not run it.',
  failed: 'The host did not answer as gatehouse-host does.',
} satisfies Record<HostRefusal['reason'], string>

/** Reads a refusal of the script from its exit code (null: the session was cut before it came) and its two outputs. Total: every code has a sentence. */
export function readRefusal(code: number | null, stderr: string, stdout: string): HostRefusal {
  const reason = BY_EXIT_CODE[code ?? -1] ?? 'failed'
  const holder = fieldsOf(stdout, 'The refusal').many('busy', WORDS)[0]?.words ?? null
  return { ...because(reason, sentenceOf(stderr, code) ?? WITHOUT_WORDS[reason]), holder: holder && shorten(holder) }
}

/** `diagnose` prints the exit code of the command as the last line of stderr, `exit <n>`; null when it is not there. */
export function readDiagnosisExit(stderr: string): number | null {
  const code = /(?:^|\n)exit (\d{1,3})\n?$/.exec(stderr)?.[1]
  return code === undefined ? null : Number(code)
}

// The script writes one sentence in lower case without a full stop; what a shell says of itself (126, 127) helps nobody.
function sentenceOf(stderr: string, code: number | null): string | null {
  const line =
    stderr
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim()
      .split('\n')
      .at(-1)
      ?.trim() ?? ''
  if (line === '' || code === 126 || code === 127) return null
  const sentence = `${line.charAt(0).toUpperCase()}${shorten(line).slice(1)}`
  return /[.?…]$/.test(sentence) ? sentence : `${sentence}.`
}

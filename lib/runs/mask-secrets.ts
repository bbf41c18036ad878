export const MASK = '[masked]'

/** UTF-16 offsets, end not included. */
export type SecretSpan = { start: number; end: number; mask: string }

/**
 * The shapes of secrets. `secret` is the group that is masked, so that a reader still sees which variable held one. A prefix at the
 * very end of a line counts too: lines are cut for show, and half a token is still half a secret. Each pattern is linear.
 */
const SHAPES: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'a private key on one line',
    pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?<secret>.+?)(?=-----END |$)/dg,
  },
  {
    what: 'one line of a PEM block',
    pattern: /(?<![\w+/=])(?<secret>(?=[^\s]{0,63}[A-Z])(?=[^\s]{0,63}[a-z])[A-Za-z0-9+/]{64})$/dg,
  },
  { what: 'a GitHub token', pattern: /\b(?<secret>gh[pousr]_(?:\w{20,}|\w*$)|github_pat_(?:\w{20,}|\w*$))/dg },
  { what: 'a GitLab token', pattern: /\b(?<secret>gl(?:pat|ptt|dt|rt|cbt|soat|ft|agent)-(?:[\w.-]{16,}|[\w.-]*$))/dg },
  { what: 'a Slack token', pattern: /\b(?<secret>xox[abeoprs]-(?:[\w-]{8,}|[\w-]*$)|xapp-(?:[\w-]{8,}|[\w-]*$))/dg },
  { what: 'an AWS key id', pattern: /\b(?<secret>(?:AKIA|ASIA)(?:[A-Z0-9]{16}|[A-Z0-9]*$))(?![A-Z0-9])/dg },
  { what: 'a JSON web token', pattern: /\b(?<secret>eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?)/dg },
  {
    what: 'an API key by its prefix',
    pattern:
      /\b(?<secret>(?:sk|rk|pk)[-_](?:live|test|ant|proj)[-_][\w-]{8,}|npm_\w{20,}|dckr_pat_[\w-]{16,}|AGE-SECRET-KEY-1\w+)/dg,
  },
  {
    what: 'a header that authorises',
    pattern:
      /\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token|digest)\s+)?(?<secret>[^\s"',;]+)/dgi,
  },
  { what: 'a bearer token', pattern: /\bbearer\s+(?<secret>[\w.~+/=-]{8,})/dgi },
  {
    what: 'an option of a command',
    pattern: /--(?:password|passphrase|token|secret|api-key)(?:=|\s+)(?<secret>\S+)/dgi,
  },
  { what: 'a cookie', pattern: /\b(?:set-)?cookie["']?\s*:\s*["']?(?<secret>[^\s"'].*)/dgi },
  { what: 'a password in an address', pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:(?<secret>[^\s/@]+)@/dgi },
  {
    what: 'a variable named like a secret',
    pattern:
      /(?:password|passwd|passphrase|secret|(?:secret|access|api|private|encryption)[_-]?key|[_-]token|\btoken(?==)|credentials?)["']?\s*(?:=(?!=)|:(?!:))\s*(?<secret>"[^"]+"?|'[^']+'?|[^\s"',;&)}\]]+)/dgi,
  },
]

/** Values that say nothing: the variable is empty, points elsewhere, or was masked by someone before. */
const HARMLESS = /^(?:["']{2}|\*+|<[^>]*>|\$\{?\w+\}?|none|null|true|false|\[masked\]|["'](?:\*+|none|null)["'])$/i

function allMatches(text: string, knownSecrets: readonly string[]): SecretSpan[] {
  const found: SecretSpan[] = []
  for (const known of knownSecrets) {
    if (known.length < 4) continue // a short one would blank half the log
    for (let at = text.indexOf(known); at !== -1; at = text.indexOf(known, at + known.length))
      found.push({ start: at, end: at + known.length, mask: MASK })
  }
  for (const { pattern } of SHAPES)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.secret ?? [0, 0]
      if (!HARMLESS.test(text.slice(start, end))) found.push({ start, end, mask: MASK })
    }
  return found
}

/** Where secrets of known shape, or known values, stand in one line of plain text: in order, overlapping ones joined. */
export function findSecrets(text: string, knownSecrets: readonly string[] = []): SecretSpan[] {
  const joined: SecretSpan[] = []
  for (const span of allMatches(text, knownSecrets).sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

/** One line with its secrets replaced by a mask of fixed length. The sealed bytes stay whole: only what is shown is masked. */
export function maskSecrets(line: string, knownSecrets: readonly string[] = []): string {
  let masked = ''
  let at = 0
  for (const secret of findSecrets(line, knownSecrets)) {
    masked += line.slice(at, secret.start) + secret.mask
    at = secret.end
  }
  return masked + line.slice(at)
}

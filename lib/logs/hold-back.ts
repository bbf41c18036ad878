/**
 * What may become a secret when more of the line comes, at the end of a line that has no end yet: `findSecrets` knows these only whole (by the
 * `@` behind a password, by their length). All else that is half a secret it masks by itself.
 */
const HALF_SECRETS = [
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:[^\s/@]*$/i,
  /\bbearer\s+\S*$/i,
  /\b(?:(?:sk|rk|pk)[-_](?:live|test|ant|proj)[-_]|npm_|dckr_pat_|AGE-SECRET-KEY-1|eyJ)\S*$/,
  /[A-Za-z0-9+/]{24,}=*$/,
] as const

/** The beginning of a line that can be shown before its end is known. Progress dots stay. */
export function holdBack(unfinished: string): string {
  const starts = HALF_SECRETS.map((shape) => unfinished.search(shape)).filter((at) => at !== -1)
  return starts.length === 0 ? unfinished : unfinished.slice(0, Math.min(...starts))
}

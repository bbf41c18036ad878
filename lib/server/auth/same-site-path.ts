const HERE = 'http://here.invalid'

/** Where to go after signing in: a path of this site, or `/`. Everything that could leave it (`//evil`, `/\evil`, a scheme) becomes `/`. */
export function sameSitePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return '/'
  const url = new URL(wanted, HERE)
  const path = `${url.pathname}${url.search}`
  return url.origin === HERE && !path.startsWith('//') ? path : '/'
}

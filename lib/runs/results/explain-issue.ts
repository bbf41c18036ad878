const SINGULAR: Record<string, string> = {
  stages: 'stage',
  tests: 'test',
  rules_failed: 'rule',
  unintentional: 'entry',
}

/** Where in results.json, in words: `stages.2.tests.0` is "test 1 of stage 3", `flags.clean_teardown` "flags.clean_teardown". */
export function whereInResults(path: readonly PropertyKey[]): string {
  const parts: string[] = []
  for (let i = 0; i < path.length; i++) {
    const key = String(path[i])
    const next = path[i + 1]
    if (typeof next === 'number') {
      parts.push(`${SINGULAR[key] ?? key} ${next + 1}`)
      i++
    } else parts.push(key)
  }
  return parts.reduce((outer, inner) => (/ \d+$/.test(outer) ? `${inner} of ${outer}` : `${outer}.${inner}`))
}

/** A status says "has the status …" of the stage, not of the stage's field `status`. */
export function explainIssue(issue: { path: readonly PropertyKey[]; message: string }): string {
  const path = issue.path.at(-1) === 'status' ? issue.path.slice(0, -1) : issue.path
  return path.length === 0 ? issue.message : `${whereInResults(path)} ${issue.message}`
}

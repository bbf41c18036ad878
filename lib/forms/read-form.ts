/** A submitted form as plain data: `a.b.c` nests, a name ending in `[]` is always a list, any other repeated name keeps its last value. */
export type FormTree = { [name: string]: string | string[] | FormTree }

/** Framework keys (`$ACTION_…`) are not input. */
export function fieldsOf(entries: Iterable<[string, unknown]>): { [field: string]: string[] } {
  const fields = new Map<string, string[]>()
  for (const [name, value] of entries) {
    if (name.startsWith('$') || typeof value !== 'string') continue
    const kept = fields.get(name) ?? []
    kept.push(value.replaceAll('\r\n', '\n'))
    fields.set(name, kept)
  }
  return Object.fromEntries(fields)
}

export function readForm(fields: { [field: string]: string[] }): FormTree {
  const tree: FormTree = Object.create(null)
  for (const [name, values] of Object.entries(fields)) {
    const list = name.endsWith('[]')
    const path = (list ? name.slice(0, -2) : name).split('.')
    const leaf = path.pop()
    if (leaf === undefined) continue
    const branch = path.reduce<FormTree>(descend, tree)
    branch[leaf] = list ? values.filter((value) => value !== '') : (values.at(-1) ?? '')
  }
  return tree
}

function descend(branch: FormTree, name: string): FormTree {
  const held = branch[name]
  if (held !== undefined && typeof held !== 'string' && !Array.isArray(held)) return held
  const made: FormTree = Object.create(null)
  branch[name] = made
  return made
}

import type { Json } from '#lib/ledger/canonical-json.ts'

/** What a form would have sent: the commands' schemas read both doors. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue }

/** Nothing that a command takes is deeper than a claim: parts, failure, expected, condition, stage. */
export const MOST_DEPTH = 8

/**
 * JSON as a form says it: true is `yes` and false is `no`, numbers are their digits, line ends are \n, and what is null was left out.
 * Objects and lists stay what they are. Null: it is nested deeper than any command.
 */
export function formValues(body: { readonly [name: string]: Json | undefined }): { [name: string]: FormValue } | null {
  return depthOf(body) > MOST_DEPTH ? null : fields(body)
}

function fields(value: { readonly [name: string]: Json | undefined }): { [name: string]: FormValue } {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      member === null || member === undefined ? [] : [[name, formValue(member)] as const],
    ),
  )
}

function formValue(value: Exclude<Json, null>): FormValue {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n')
  if (isList(value)) return value.flatMap((member) => (member === null ? [] : [formValue(member)]))
  return fields(value)
}

/** How deep objects and lists lie in each other; counted level by level, so that no nesting is too deep to be counted. */
function depthOf(value: Json): number {
  let level = inside([value])
  for (let depth = 0; ; depth += 1) {
    if (level.length === 0 || depth > MOST_DEPTH) return depth
    level = inside(level.flatMap((one) => Object.values(one)))
  }
}

const inside = (values: readonly unknown[]): object[] =>
  values.flatMap((value) => (typeof value === 'object' && value !== null ? [value] : []))

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

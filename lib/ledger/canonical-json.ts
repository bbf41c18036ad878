export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * One text per value: keys sorted by code unit, no white space (RFC 8785 for the values we use). Members that are `undefined` are left out.
 * Throws on numbers that are neither safe integers nor hundredths, such as a load of 0.8: nothing in the record may depend on how a float prints.
 */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined) throw new Error('undefined has no canonical form')
  if (typeof value === 'number' && !isPlain(value)) throw new Error(`Neither a safe integer nor hundredths: ${value}`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isArray(value)) return `[${value.map((member) => canonicalJson(member)).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** Up to here hundredths print alike everywhere: the same few digits, without an exponent. */
const MOST_HUNDREDTHS = 1e9
const isPlain = (number: number): boolean =>
  Number.isSafeInteger(number) || (Math.abs(number) <= MOST_HUNDREDTHS && Math.round(number * 100) / 100 === number)

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

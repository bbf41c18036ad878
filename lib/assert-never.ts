/** Marks the end of a switch over a closed union: a new member does not compile until it is handled. Throws if data lied. */
export function assertNever(value: never): never {
  throw new Error(`Not a known case: ${JSON.stringify(value)}`)
}

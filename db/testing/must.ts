import type { Result } from '#lib/result.ts'

/** The value of something that a scenario takes for granted; throws the refusal's sentence. */
export function must<Value>(result: Result<Value, { sentence: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`The scenario was refused: ${result.refusal.sentence}`)
}

import { createHmac, timingSafeEqual } from 'node:crypto'

const LENGTH = 24

/**
 * The secret part of a phase's page for stakeholders: HMAC-SHA256 of `watch:<phase>` under the secret of this installation, its first 144 bits
 * as base64url. Derived, not kept: showing it writes nothing, and another secret ends every link.
 */
export const watchKey = (secret: string, phase: string): string =>
  createHmac('sha256', secret).update(`watch:${phase}`).digest('base64url').slice(0, LENGTH)

/** Which of these phases a key opens; null for any other word. */
export function findPhaseByWatchKey(secret: string, phases: readonly string[], key: string): string | null {
  return phases.find((phase) => isSame(watchKey(secret, phase), key)) ?? null
}

function isSame(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

import { formatDuration } from '#lib/time/format.ts'

const MOST = 10
const WINDOW_MS = 5 * 60_000
/** So that a flood of made-up addresses cannot fill the memory; the oldest are forgotten first. */
const MOST_KEYS = 10_000

/** Counts tries in this process: 10 within 5 minutes for each key. `begin` counts a try before it is made, so parallel ones count too. */
export type Attempts = {
  /** Null: go on. Otherwise the sentence; the try is then not counted. */
  begin(keys: readonly string[], now: Date): string | null
  /** The try succeeded and counts no longer. */
  succeed(keys: readonly string[], now: Date): void
}

export function countAttempts(): Attempts {
  const times = new Map<string, number[]>()
  const recent = (key: string, now: Date) => (times.get(key) ?? []).filter((at) => at > now.getTime() - WINDOW_MS)
  return {
    begin(keys, now) {
      const full = keys.map((key) => recent(key, now)).filter((tries) => tries.length >= MOST)
      if (full.length > 0) return explainWait(full, now)
      for (const key of keys) {
        const tries = [...recent(key, now), now.getTime()]
        times.delete(key)
        times.set(key, tries)
      }
      for (const oldest of times.keys()) {
        if (times.size <= MOST_KEYS) break
        times.delete(oldest)
      }
      return null
    },
    succeed(keys, now) {
      for (const key of keys) times.set(key, recent(key, now).slice(0, -1))
    },
  }
}

function explainWait(full: readonly number[][], now: Date): string {
  const free = Math.max(...full.map((tries) => (tries.at(-MOST) ?? 0) + WINDOW_MS))
  return `${MOST} tries within 5 minutes: no more are taken for ${formatDuration(Math.max(1000, free - now.getTime()))}. The password was not looked at.`
}

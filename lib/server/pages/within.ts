import { because, type Result, refuse } from '#lib/result.ts'

/** How long a page waits for a host before it is shown without what it would say, in milliseconds. */
export const PAGE_WAITS_MS = 2_000

/** What a host answers, or that it did not within so many milliseconds. The question itself goes on, and its answer is dropped. */
export async function within<Value>(ms: number, host: string, asked: Promise<Result<Value>>): Promise<Result<Value>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Result<Value>>((resolve) => {
    const seconds = Math.round(ms / 1_000)
    timer = setTimeout(() => resolve(refuse(because('timeout', `${host} did not answer within ${seconds} s.`))), ms)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

const LONGEST_WAIT_MS = 20_000

/** Does it again and again while another process holds the database. SQLite itself waits 100 ms each time, so this need not. */
export function untilFree<Value>(act: () => Value): Value {
  for (const began = performance.now(); ; ) {
    try {
      return act()
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
      if (!busy || performance.now() - began > LONGEST_WAIT_MS) throw error
    }
  }
}

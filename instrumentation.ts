/** Runs once per start, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepare } = await import('#lib/server/start.ts')
    try {
      await prepare()
    } catch (error) {
      console.error(`Gatehouse does not start: ${error instanceof Error ? error.message : error}`)
      process.exit(1)
    }
  }
}

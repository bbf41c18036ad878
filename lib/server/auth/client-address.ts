/** Who asks, for counting tries: the address that the nearest proxy saw (the last entry; earlier ones are whatever the client wrote). */
export const clientAddress = (headers: { get(name: string): string | null }): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'

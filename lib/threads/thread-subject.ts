/** How the record names a thread: `thread-3`. */
export const threadSubject = (thread: number): string => `thread-${thread}`

/** Null when the text names no thread. */
export function parseThreadSubject(subject: string): number | null {
  const [, number] = /^thread-([1-9]\d{0,8})$/.exec(subject) ?? []
  return number === undefined ? null : Number(number)
}

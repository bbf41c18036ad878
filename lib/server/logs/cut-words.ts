import { formatBytes } from '#lib/words/format-bytes.ts'

/** What stands behind a line that is shown only in part. */
export const lineCutWords = (cut: boolean, byteLength: number): string | null =>
  cut ? `… cut here, the line has ${formatBytes(byteLength)}` : null

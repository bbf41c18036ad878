/** What is looked for in a log: a literal string, whatever its case. */
export const LONGEST_NEEDLE = 200

/** Null: there is nothing to look for. Longer than 200 characters is cut. */
export function toNeedle(typed: string | undefined): string | null {
  const needle = typed?.slice(0, LONGEST_NEEDLE).toLowerCase() ?? ''
  return needle.trim() === '' ? null : needle
}

/** Whether a line, as it is shown, has it. */
export const holdsNeedle = (shown: string, needle: string): boolean => shown.toLowerCase().includes(needle)

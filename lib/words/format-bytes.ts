const UNITS = ['bytes', 'KiB', 'MiB', 'GiB'] as const
const STEP = 1024

/** `1 byte`, `812 bytes`, `3.2 KiB`, `300 MiB`: one decimal below ten. */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return '1 byte'
  const power = Math.min(UNITS.length - 1, bytes < STEP ? 0 : Math.floor(Math.log(bytes) / Math.log(STEP)))
  const amount = bytes / STEP ** power
  return `${power > 0 && amount < 10 ? amount.toFixed(1) : Math.floor(amount)} ${UNITS[power]}`
}

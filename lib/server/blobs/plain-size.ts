const UNITS = [
  { size: 2 ** 30, name: 'GiB' },
  { size: 2 ** 20, name: 'MiB' },
  { size: 2 ** 10, name: 'KiB' },
]

/** "1 GiB", "4.5 MiB", "812 bytes": one decimal at most, rounded down so that a limit never reads larger than it is. */
export function plainSize(bytes: number): string {
  const unit = UNITS.find(({ size }) => bytes >= size)
  if (unit === undefined) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  return `${Math.floor((bytes / unit.size) * 10) / 10} ${unit.name}`
}

import type { HostLock } from './protocol/probe.ts'

/** Who has the lock of a host: a run or a process by what the host calls it; `pid 0` is how it says that it cannot see which. */
export function wordHolder(holder: HostLock['holder']): string {
  if (holder === null) return 'somebody holds the lock'
  return /^pid 0\b/.test(holder) ? 'something that cannot be seen holds the lock' : holder
}

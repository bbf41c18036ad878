import { readdirSync, readFileSync } from 'node:fs'

const MIB = 1024

/** The most memory (MiB) that a process of this server ever held, from Linux's /proc; null elsewhere. */
export function peakMemoryOf({ dataFolder }: { dataFolder: string }): number | null {
  const peaks = processes().flatMap((id) => {
    const environment = read(`/proc/${id}/environ`)
    if (!environment.split('\0').includes(`GATEHOUSE_DATA=${dataFolder}`)) return []
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${id}/status`)) ?? []
    return kilobytes === undefined ? [] : [Number(kilobytes) / MIB]
  })
  return peaks.length === 0 ? null : Math.max(...peaks)
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it ended meanwhile, or is somebody else's
  }
}

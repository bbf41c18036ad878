import { readdirSync, readFileSync } from 'node:fs'

/** Every other process of which this is true by command line and environment. */
export function processesWhere(isWanted: (words: string, environment: string) => boolean): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      const [words, environment] = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'utf8'))
      return pid !== process.pid && words !== '' && isWanted(words ?? '', environment ?? '')
    } catch {
      return false // it ended meanwhile
    }
  })
}

/** Until none is left: what is killed may just have started another. */
export function killAll(list: () => readonly number[]): void {
  for (let pids = list(); pids.length > 0; pids = list())
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended in this moment.
      }
    }
}

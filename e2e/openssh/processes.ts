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

import { execFileSync } from 'node:child_process'

const works = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: 10_000 })
    return true
  } catch {
    return false
  }
}

/** What puts dockerd where it can touch nothing else: its own network, mounts and processes. */
export const OWN_NAMESPACES = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'] as const

/** Why no Docker Swarm can be started on this machine; null: it can. */
export const whyNoSwarm: string | null = (() => {
  if (process.platform !== 'linux') return 'this is not Linux'
  if (process.getuid?.() !== 0) return 'dockerd is only started by root'
  if (!works('dockerd', '--version')) return 'no dockerd is installed'
  if (!works('docker', '--version')) return 'no docker is installed'
  if (!works('busybox', 'true')) return 'no busybox is installed'
  if (!works('unshare', ...OWN_NAMESPACES, 'true')) return 'this machine gives no namespaces away'
  return null
})()

/** For the name of a suite, so that what is left out says why. */
export const onRealSwarm = (what: string, why: string | null = whyNoSwarm): string =>
  why === null ? what : `${what} (left out: ${why})`

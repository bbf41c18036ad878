import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const SSHD = '/usr/sbin/sshd'

/** Why the suites over OpenSSH cannot run on this machine; null: they can. */
export const whyNoSshd: string | null = (() => {
  if (process.platform !== 'linux') return 'this is not Linux'
  if (!existsSync(SSHD)) return 'no openssh-server is installed'
  if (process.getuid?.() !== 0) return 'sshd is only started by root'
  return null
})()

/** For the name of a suite, so that what is left out says why. */
export const overOpenSsh = (what: string): string => (whyNoSshd === null ? what : `${what} (left out: ${whyNoSshd})`)

const works = (program: string, ...args: readonly string[]): boolean => {
  if (whyNoSshd !== null) return false
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Whether this machine lets packets be dropped. */
export const canDropPackets: boolean = works('iptables', '-w', '-L', 'INPUT', '-n')

/** Whether this machine lets a small disk be mounted: tried where nobody sees it. */
export const canMount: boolean = works('unshare', '-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt')

import type { Result } from '#lib/result.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import { type HostRef, type HostRun, readRefs, readRuns } from '#lib/swarm/protocol/read-lists.ts'
import { askHost } from './ask.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'
import { understood } from './understood.ts'

export type { HostRef, HostRun }

const LIMIT_BYTES = 4 * 2 ** 20
const TIMEOUT_MS = 40_000

/** The run folders of the harness on a host, as the host orders them. */
export const listHostRuns = async (host: string, side: HostSide): Promise<Result<HostRun[], SshRefusal>> =>
  understood(
    host,
    await askHost(host, side, ['list', 'runs'], { limitBytes: LIMIT_BYTES, timeoutMs: TIMEOUT_MS }),
    readRuns,
  )

/** What can be run: branches, tags and pull requests of a recipe's repository, or (null) of the harness's; `main` first. */
export async function listRefs(
  host: string,
  side: HostSide,
  recipe: string | null,
): Promise<Result<HostRef[], SshRefusal>> {
  const words = recipe === null ? ['list', 'harness'] : ['list', 'refs', recipe]
  return understood(
    host,
    await askHost(host, side, words, { limitBytes: LIMIT_BYTES, timeoutMs: TIMEOUT_MS }),
    readRefs,
  )
}

import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import { readDiagnosisExit } from '#lib/swarm/protocol/read-refusal.ts'
import { askHost } from './ask.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'
import { saidBy } from './understood.ts'

/** What a read-only command of the host file printed, as bytes; `exit`: how it ended, null where the host did not say. */
export type Diagnosed = { output: Buffer; exit: number | null }

const LIMIT_BYTES = 2 * 2 ** 20
const TIMEOUT_MS = 60_000

export async function diagnose(host: string, side: HostSide, name: string): Promise<Result<Diagnosed, SshRefusal>> {
  const answer = await askHost(host, side, ['diagnose', name], { limitBytes: LIMIT_BYTES, timeoutMs: TIMEOUT_MS })
  if (!answer.ok) return answer
  const { code, out, err } = answer.value
  if (code !== 0) return refuse(because('not_done', saidBy(host, code, err)))
  return ok({ output: out, exit: readDiagnosisExit(err) })
}

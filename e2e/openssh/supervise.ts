/**
 * A process that does nothing but supervise, as a server process does beside its pages: `GATEHOUSE_DATA=… node e2e/openssh/supervise.ts`.
 * Prints `ready` once it has looked at the record.
 */
import { endOnSignals } from '#lib/server/shutdown.ts'
import { startSupervisor } from '#lib/server/swarm/supervisor.ts'
import { TIMING } from '#lib/server/swarm/timing.ts'

await startSupervisor({ ...TIMING, ...JSON.parse(process.env.GATEHOUSE_TEST_TIMING ?? '{}') })
endOnSignals()
process.stdout.write('ready\n')

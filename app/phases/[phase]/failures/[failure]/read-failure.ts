import { notFound } from 'next/navigation'
import type { FailureFacts } from '#lib/phases/phase-facts.ts'
import { type PhaseReading, readAddress, readPhase } from '#lib/server/pages/read-phase.ts'

export type FailureParams = Promise<{ phase: string; failure: string }>
export type FailureReading = PhaseReading & {
  failure: FailureFacts
  before: FailureFacts | null
  after: FailureFacts | null
}

/** The failure an address names, with its neighbours to walk to. */
export async function readFailure(params: FailureParams): Promise<FailureReading> {
  const address = await params
  const reading = await readPhase(readAddress(address.phase))
  const name = readAddress(address.failure)
  const index = reading.facts.failures.findIndex((held) => held.failure === name)
  const failure = reading.facts.failures[index]
  if (failure === undefined) notFound()
  return {
    ...reading,
    failure,
    before: reading.facts.failures[index - 1] ?? null,
    after: reading.facts.failures[index + 1] ?? null,
  }
}

import { notFound } from 'next/navigation'
import { type PhaseReading, readAddress, readPhase } from '#lib/server/pages/read-phase.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'
import type { ThreadAsRead } from '#lib/threads/thread-facts.ts'

export type ThreadParams = Promise<{ phase: string; thread: string }>

/** The thread an address names, as the reader has it before them. */
export async function readThread(params: ThreadParams): Promise<PhaseReading & { thread: ThreadAsRead }> {
  const address = await params
  const reading = await readPhase(readAddress(address.phase))
  const thread = readThreads(reading.facts.phase, reading.actor).find((held) => String(held.thread) === address.thread)
  if (thread === undefined) notFound()
  return { ...reading, thread }
}

import { notFound } from 'next/navigation'
import { evaluateGate, type GateDecision } from '#lib/gates/evaluate-gate.ts'
import { type Turn, whoseTurn } from '#lib/gates/whose-turn.ts'
import { type PhaseReading, readAddress, readPhase } from '#lib/server/pages/read-phase.ts'

export type GateParams = Promise<{ phase: string; gate: string }>

export async function readGate(params: GateParams): Promise<PhaseReading & { decision: GateDecision; turn: Turn }> {
  const address = await params
  const reading = await readPhase(readAddress(address.phase))
  const name = readAddress(address.gate)
  const gate = reading.facts.gates.find((held) => held.gate === name)
  if (gate === undefined) notFound()
  const decision = evaluateGate(reading.facts, gate, reading.now)
  return { ...reading, decision, turn: whoseTurn(reading.facts, decision) }
}

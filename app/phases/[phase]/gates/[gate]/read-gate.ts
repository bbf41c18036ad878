import { notFound } from 'next/navigation'
import { listJudgedParts } from '#db/claims/list-judged-parts.ts'
import type { JudgedPart } from '#lib/claims/compare-with-judged.ts'
import { evaluateGate, type GateDecision } from '#lib/gates/evaluate-gate.ts'
import { type Turn, whoseTurn } from '#lib/gates/whose-turn.ts'
import { database } from '#lib/server/database.ts'
import { type PhaseReading, readAddress, readPhase } from '#lib/server/pages/read-phase.ts'

export type GateParams = Promise<{ phase: string; gate: string }>

/** `judged`: the parts that the rulings on this gate judged, for comparing. */
type GateReading = PhaseReading & {
  decision: GateDecision
  turn: Turn
  judged: JudgedPart[]
}

export async function readGate(params: GateParams): Promise<GateReading> {
  const address = await params
  const reading = await readPhase(readAddress(address.phase))
  const name = readAddress(address.gate)
  const gate = reading.facts.gates.find((held) => held.gate === name)
  if (gate === undefined) notFound()
  const decision = evaluateGate(reading.facts, gate, reading.now)
  const judged = listJudgedParts(database(), reading.facts.phase, gate.gate, reading.facts.rulings)
  return { ...reading, decision, turn: whoseTurn(reading.facts, decision), judged }
}

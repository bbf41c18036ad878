'use server'

import { defineGate } from '#db/gates/define-gate.ts'
import { unfoldReasoning } from '#db/notes/unfold-reasoning.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { meetObligation } from '#db/obligations/meet-obligation.ts'
import { owe } from '#db/obligations/owe.ts'
import { declareDone } from '#db/phases/declare-done.ts'
import { openPhase } from '#db/phases/open-phase.ts'
import { liftVeto } from '#db/vetoes/lift-veto.ts'
import { raiseVeto } from '#db/vetoes/raise-veto.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { UnfoldReasoningInput, WriteNoteInput } from '#lib/notes/inputs.ts'
import { MeetObligationInput, OweInput } from '#lib/obligations/inputs.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { DeclareDoneInput, DefineGateInput, OpenPhaseInput } from '#lib/phases/inputs.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { LiftVetoInput, RaiseVetoInput } from '#lib/vetoes/inputs.ts'

/** Back to what the event is about: its failure, else its phase. */
const backTo = ({ seq, phase, failure }: Recorded): string =>
  afterRecording(
    phase === null ? '/' : failure === null ? addressOf.timeline(phase) : addressOf.failure(phase, failure),
    seq,
  )

export const submitPhase = defineAction({
  permission: 'phase.open',
  input: OpenPhaseInput,
  run: openPhase,
  goTo: ({ seq }, { phase }) => afterRecording(addressOf.phase(phase), seq),
})

export const submitGate = defineAction({
  permission: 'gate.define',
  input: DefineGateInput,
  run: defineGate,
  goTo: ({ seq }, { phase }) => afterRecording(addressOf.phase(phase), seq),
})

export const submitNote = defineAction({
  permission: 'note.write',
  input: WriteNoteInput,
  run: writeNote,
  goTo: backTo,
})

export const submitUnfolding = defineAction({
  permission: 'reasoning.unfold',
  input: UnfoldReasoningInput,
  run: unfoldReasoning,
  goTo: backTo,
})

export const submitObligation = defineAction({ permission: 'obligation.owe', input: OweInput, run: owe, goTo: backTo })

export const submitMetObligation = defineAction({
  permission: 'obligation.meet',
  input: MeetObligationInput,
  run: meetObligation,
  goTo: backTo,
})

export const submitVeto = defineAction({
  permission: 'veto.raise',
  input: RaiseVetoInput,
  run: raiseVeto,
  goTo: ({ seq }, { phase }) => afterRecording(addressOf.phase(phase), seq),
})

export const submitLiftedVeto = defineAction({
  permission: 'veto.lift',
  input: LiftVetoInput,
  run: liftVeto,
  goTo: ({ seq }, { phase }) => afterRecording(addressOf.phase(phase), seq),
})

export const submitDone = defineAction({
  permission: 'phase.declare-done',
  input: DeclareDoneInput,
  run: declareDone,
  goTo: ({ seq }, { phase }) => afterRecording(addressOf.phase(phase), seq),
})

import { addFailure } from '#db/failures/add-failure.ts'
import { defineGate } from '#db/gates/define-gate.ts'
import { unfoldReasoning } from '#db/notes/unfold-reasoning.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { declareDone } from '#db/phases/declare-done.ts'
import { recordPlan } from '#db/phases/record-plan.ts'
import { UnfoldReasoningInput, WriteNoteInput } from '#lib/notes/inputs.ts'
import { AddFailureInput, DeclareDoneInput, DefineGateInput, RecordPlanInput } from '#lib/phases/inputs.ts'
import { type Verb, verb } from '../verb.ts'
import { PHASE } from './paths.ts'

/** The phase itself: its failures, gates and plan, what is noted, and DONE. */
export const PHASE_VERBS: readonly Verb[] = [
  verb({
    name: 'addFailure',
    path: `${PHASE}/failures`,
    permission: 'failure.add',
    summary: 'Add a failure to the phase.',
    input: AddFailureInput,
    run: addFailure,
  }),
  verb({
    name: 'defineGate',
    path: `${PHASE}/gates`,
    permission: 'gate.define',
    summary: 'Define a gate, or change what it asks.',
    input: DefineGateInput,
    run: defineGate,
  }),
  verb({
    name: 'recordPlan',
    path: `${PHASE}/plan`,
    permission: 'plan.record',
    summary: 'Record the plan’s text.',
    input: RecordPlanInput,
    run: recordPlan,
  }),
  verb({
    name: 'writeNote',
    path: `${PHASE}/notes`,
    permission: 'note.write',
    summary: 'Write a note, about a failure or the whole phase.',
    input: WriteNoteInput,
    run: writeNote,
  }),
  verb({
    name: 'unfoldReasoning',
    path: `${PHASE}/events/{seq}/unfold`,
    permission: 'reasoning.unfold',
    summary: 'Read the Builder’s reasoning before ruling; the record shows it.',
    input: UnfoldReasoningInput,
    run: unfoldReasoning,
  }),
  verb({
    name: 'declareDone',
    path: `${PHASE}/done`,
    permission: 'phase.declare-done',
    summary: 'Declare DONE.',
    input: DeclareDoneInput,
    run: declareDone,
    weighs: 'done',
  }),
]

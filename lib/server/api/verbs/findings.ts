import { addressFinding } from '#db/findings/address-finding.ts'
import { closeFinding } from '#db/findings/close-finding.ts'
import { reopenFinding } from '#db/findings/reopen-finding.ts'
import { liftVeto } from '#db/vetoes/lift-veto.ts'
import { raiseVeto } from '#db/vetoes/raise-veto.ts'
import { AddressFindingInput, CloseFindingInput, ReopenFindingInput } from '#lib/findings/inputs.ts'
import { LiftVetoInput, RaiseVetoInput } from '#lib/vetoes/inputs.ts'
import { type Verb, verb } from '../verb.ts'
import { FINDING, PHASE } from './paths.ts'

/** Findings and vetoes. */
export const FINDING_VERBS: readonly Verb[] = [
  verb({
    name: 'addressFinding',
    path: `${FINDING}/address`,
    permission: 'finding.address',
    summary: 'Say with what a finding is addressed.',
    input: AddressFindingInput,
    run: addressFinding,
  }),
  verb({
    name: 'closeFinding',
    path: `${FINDING}/close`,
    permission: 'finding.close',
    summary: 'Close a finding, with the evidence.',
    input: CloseFindingInput,
    run: closeFinding,
  }),
  verb({
    name: 'reopenFinding',
    path: `${FINDING}/reopen`,
    permission: 'finding.reopen',
    summary: 'Open a finding again.',
    input: ReopenFindingInput,
    run: reopenFinding,
  }),
  verb({
    name: 'raiseVeto',
    path: `${PHASE}/vetoes`,
    permission: 'veto.raise',
    summary: 'Veto a gate or the phase.',
    input: RaiseVetoInput,
    run: raiseVeto,
  }),
  verb({
    name: 'liftVeto',
    path: `${PHASE}/vetoes/{veto}/lift`,
    permission: 'veto.lift',
    summary: 'Lift a veto of one’s own.',
    input: LiftVetoInput,
    run: liftVeto,
  }),
]

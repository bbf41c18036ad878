import { meetObligation } from '#db/obligations/meet-obligation.ts'
import { owe } from '#db/obligations/owe.ts'
import { MeetObligationInput, OweInput } from '#lib/obligations/inputs.ts'
import { type Verb, verb } from '../verb.ts'
import { PHASE } from './paths.ts'

/** What somebody owes. */
export const OBLIGATION_VERBS: readonly Verb[] = [
  verb({
    name: 'owe',
    path: `${PHASE}/obligations`,
    permission: 'obligation.owe',
    summary: 'Say what is owed.',
    input: OweInput,
    run: owe,
  }),
  verb({
    name: 'meetObligation',
    path: `${PHASE}/obligations/{obligation}/meet`,
    permission: 'obligation.meet',
    summary: 'Meet what is owed.',
    input: MeetObligationInput,
    run: meetObligation,
  }),
]

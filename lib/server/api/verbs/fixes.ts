import { attachFix } from '#db/fixes/attach-fix.ts'
import { updateFix } from '#db/fixes/update-fix.ts'
import { AttachFixInput, UpdateFixInput } from '#lib/fixes/inputs.ts'
import { type Verb, verb } from '../verb.ts'
import { FAILURE, PHASE } from './paths.ts'

/** What is to mend a failure. */
export const FIX_VERBS: readonly Verb[] = [
  verb({
    name: 'attachFix',
    path: `${FAILURE}/fixes`,
    permission: 'fix.attach',
    summary: 'Attach what is to mend a failure.',
    input: AttachFixInput,
    run: attachFix,
  }),
  verb({
    name: 'updateFix',
    path: `${PHASE}/fixes/{fix}/update`,
    permission: 'fix.update',
    summary: 'Say where a fix stands now.',
    input: UpdateFixInput,
    run: updateFix,
  }),
]

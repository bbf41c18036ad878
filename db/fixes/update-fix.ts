import { isSameCommit } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import type { UpdateFixInput } from '#lib/fixes/inputs.ts'
import { whyNotThisHead } from '#lib/fixes/why-not-this-head.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { EventDraft } from '#lib/ledger/event.ts'
import type { FixFacts } from '#lib/phases/phase-facts.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'

/** Where a fix stands now. Said by the Adversary or the Operator it is a check; by the Builder it is only stated. */
export const updateFix = (db: Db, command: Command<UpdateFixInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'fix.update' }, (actor) => {
    const { phase, fix, head, state, how } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const held = facts.value.fixes.find((one) => one.fix === fix)
    if (!held) return refuse(because('no_such_fix', `There is no fix number ${fix} in this phase.`))
    const moved = held.state !== state || !isSameCommit(held.head, head)
    if (!moved && (actor.role === 'builder' || held.said.person === actor.person))
      return refuse(
        because(
          'nothing_moved',
          `It stands ${held.state} at ${shortCommit(held.head)} on record already (event ${held.said.seq}).`,
        ),
      )
    // A merge is not unsaid by the side that may not merge.
    if (held.state === 'merged' && state !== 'merged' && actor.role === 'builder')
      return refuse(
        because(
          'merge_stands',
          `It is on record as merged (event ${held.said.seq}). Only the Adversary or the Operator, who check it, can say that it is not.`,
          'state',
        ),
      )
    const others = facts.value.fixes.filter((one) => one.fix !== fix && isSamePullRequest(one, held))
    for (const one of [held, ...others]) {
      if (isSameCommit(one.head, head)) continue
      const refusal = whyNotThisHead(facts.value, one.failure, { kind: one.kind, head })
      if (refusal) return refuse(refusal)
    }
    // The same commit, said shorter or longer, is no new head.
    const saying = (one: FixFacts): EventDraft => ({
      ...{ kind: 'fix.updated', phase, failure: one.failure, subject: `fix-${one.fix}`, statedAt: null },
      payload: { fix: one.fix, head: isSameCommit(one.head, head) ? one.head : head, state, how },
    })
    return ok([saying(held), ...others.map(saying)])
  })

/** One pull request stands at one commit, however many failures it mends. */
const isSamePullRequest = (one: FixFacts, other: FixFacts): boolean =>
  one.state !== 'closed' &&
  one.pullRequest !== null &&
  one.pullRequest === other.pullRequest &&
  one.repository === other.repository

import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachFix } from '#db/fixes/attach-fix.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { owe } from '#db/obligations/owe.ts'
import { findKnownReview } from '#db/phases/find-known-review.ts'
import { attachRun } from '#db/runs/attach-run.ts'
import { configureHost, pinHostKey } from '#db/swarm/configure-host.ts'
import { attachedRun, typedRun } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import { actingAs } from '#db/testing/people.ts'
import { aPhase, factsOf } from '#db/testing/phases.ts'
import { fingerprintOf, requestedRun, typedHost, typedKey } from '#db/testing/swarm.ts'
import { openThread } from '#db/threads/open-thread.ts'
import { issueToken } from '#db/tokens/issue-token.ts'
import { raiseVeto } from '#db/vetoes/raise-veto.ts'
import { saveDraft } from '#db/working/drafts.ts'
import { usuallyTaken } from '#lib/phases/review/decide-import.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import { authSecret } from '#lib/server/auth/secret.ts'
import { watchKey } from '#lib/server/pages/watch-key.ts'
import { typedFix } from './fixed-record.ts'
import { asPracticeAdversary, asPracticeBuilder, inRecordOf, stageM1 } from './scenario.ts'
import { CAST, ROLE_OF, type Session, type Who } from './whole-cast.ts'

/** Nodes that nobody reaches (RFC 5737), one for each role that may reserve it. */
const HOSTS = ['node-operator', 'node-builder', 'node-adversary'] as const

export type Scene = ReturnType<typeof setScene>

/** A record on which each action has something to do: redfix with a claimed gate, canon to add to, elsewhere for the outsider. */
export const setScene = (server: { dataFolder: string }, cast: Record<Who, Session>) =>
  inRecordOf(server, (db) => {
    stageM1(db)
    const asOda = actingAs({ person: cast.operator.person, name: 'Oda', role: 'operator' })
    for (const phase of ['canon', 'elsewhere']) aPhase(db, phase)
    const canon = { phase: 'canon' }
    const runs = {
      builder: attachedRun(db, 'mumble', canon, asPracticeBuilder).slice(1),
      adversary: attachedRun(db, 'mumble', canon, asPracticeAdversary).slice(1),
    }
    const log = keepLog(server, 'a log\n')
    const typed = { ...typedRun('mumble', {}, 9), files: { results: null, log } }
    const logOf = must(attachRun(db, asPracticeBuilder(typed))).subject?.slice(1) ?? ''
    const reasoning = must(
      writeNote(
        db,
        asPracticeBuilder({
          phase: 'redfix',
          failure: 'mumble',
          note: 'reasoning',
          text: 'Why I think so.',
          statedAt: null,
        }),
      ),
    ).seq
    for (const by of ['builder', 'adversary'] as const)
      must(owe(db, asPracticeBuilder({ phase: 'canon', failure: null, by, text: `Owed by the ${by}.`, before: null })))
    must(raiseVeto(db, asPracticeAdversary({ phase: 'canon', gate: 'M2', reason: 'Wait.' })))
    const fix = must(attachFix(db, asPracticeBuilder(typedFix('gitea', canon)))).subject?.replace('fix-', '') ?? ''
    const asked = { phase: 'canon', about: 'mumble', to: 'adversary', text: 'Did your run overlap mine?' } as const
    const thread = must(openThread(db, asPracticeBuilder(asked))).subject?.replace('thread-', '') ?? ''
    for (const host of HOSTS) {
      must(configureHost(db, asOda(typedHost({ host, address: '192.0.2.1' }))))
      must(pinHostKey(db, asOda(typedKey(fingerprintOf('A'), host))))
    }
    // They wait for a claim that never comes, so the supervisor lets them lie.
    const waiting = { ...canon, host: HOSTS[0], afterClaimOn: 'M1' }
    const requested = {
      builder: requestedRun(db, 'mumble', waiting, asPracticeBuilder),
      adversary: requestedRun(db, 'mumble', waiting, asPracticeAdversary),
      operator: requestedRun(db, 'gitea', waiting, asPracticeBuilder),
    }
    const [claim] = factsOf(db).claims
    const digestOf = (failure: string) => claim?.parts.find((part) => part.failure === failure)?.digest ?? ''
    const digests = { claim: claim?.digest ?? '', mumble: digestOf('mumble'), gitea: digestOf('gitea') }
    const tokens = new Map<Who, string>()
    for (const who of CAST.filter((one) => ROLE_OF[one] !== null)) {
      const command = actingAs({ person: cast[who].person, name: who, role: null })
      const input = { phase: 'canon', name: `of the ${who}`, role: null, days: 30 }
      tokens.set(who, must(issueToken(db, command(input, new Date()))).recorded.subject ?? '')
    }
    const drafts = new Map<Who, { draft: string; taken: string[] }>()
    for (const who of CAST) {
      const text = `# REVIEW — phase file-${who} (Adversary)\n\n## Adversary verification log\n\n- 2026-06-17T23:18Z — Open.\n`
      const read = must(readReview(text))
      const taken = usuallyTaken(matchReview(read, findKnownReview(db, `file-${who}`)))
      const draft = randomUUID()
      const content = { name: 'REVIEW.md', sha256: '0'.repeat(64), text }
      saveDraft(db, { id: draft, person: cast[who].person, form: 'review', content, at: new Date() })
      drafts.set(who, { draft, taken })
    }
    return {
      runs,
      requested,
      logOf,
      reasoning,
      digests,
      drafts,
      tokens,
      thread,
      fix,
      watchKey: watchKey(authSecret(server.dataFolder), 'redfix'),
    }
  })

/** A log that lies in the store of files already, by its digest. */
function keepLog({ dataFolder }: { dataFolder: string }, text: string) {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const folder = join(dataFolder, 'blobs/blobs', sha256.slice(0, 2), sha256.slice(2, 4))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, sha256), text)
  return { name: 'run.log', sha256, size: Buffer.byteLength(text) }
}

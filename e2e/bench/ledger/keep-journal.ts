import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { append } from '#db/ledger/append.ts'
import { sha256 } from '#db/ledger/hash.ts'
import { PRACTICE_PEOPLE } from '#lib/people/practice-people.ts'

const WORDS = [
  'Deployed it cold from a clean checkout and watched the converge loop until every task was running.',
  'The proxy table has two entries for the alias; one of them belongs to the stack of the last sweep.',
  'Read the compose file at the pinned commit: the health check gives up after one second, as stated.',
  'Ran the custom stage alone three times, all of them green, and once more beside the recorded load.',
  'The log says connection reset by peer at the handshake, forty milliseconds after the certificate.',
  'Compared the volumes before and after the restore: the dump is there, and nothing reads it back.',
  'Waiting for the node; the other side holds it until a quarter past for the sweep of last night.',
]
const SENTENCES_A_NOTE = 3

/** Log notes as a team writes them every few minutes, by both sides, some about a failure. By the ledger's own door: a verb would read the phase for each. */
export function keepJournal(db: Db, phase: string, failures: readonly string[], notes: number): void {
  for (let nth = 0; nth < notes; nth += 1) {
    const role = nth % 3 === 0 ? 'adversary' : 'builder'
    const command = randomUUID()
    const actor = PRACTICE_PEOPLE[role].person
    const signature = { command, input: sha256(command), actor, role, at: new Date() } as const
    const failure = failures[nth % (failures.length + 1)] ?? null
    append(db, signature, [
      {
        ...{ kind: 'note.written', phase, failure, subject: null, statedAt: null },
        payload: { note: 'log', text: textOf(nth), imported: null },
      },
    ])
  }
}

function textOf(nth: number): string {
  const sentences = Array.from({ length: SENTENCES_A_NOTE }, (_, place) => WORDS[(nth * 2 + place) % WORDS.length])
  return `${nth + 1}. ${sentences.join(' ')}`
}

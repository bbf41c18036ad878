import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import type { Db } from '#db/db.ts'
import { openLedger } from '#db/ledger/open-ledger.ts'
import { openDatabase } from '#db/open-database.ts'
import { ensurePracticePeople } from '#db/people/ensure-practice-people.ts'
import { findPerson, type Person } from '#db/people/find-person.ts'
import { findRole } from '#db/people/find-role.ts'
import { findKnownReview } from '#db/phases/find-known-review.ts'
import { importReview } from '#db/phases/import-review.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { PRACTICE_PEOPLE } from '#lib/people/practice-people.ts'
import { findCopyMark } from '#lib/phases/files/copy-mark.ts'
import { explainCopy } from '#lib/phases/files/explain-copy.ts'
import { mayBeTaken, usuallyTaken } from '#lib/phases/review/decide-import.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { printReview } from '#lib/phases/review/print-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import { withoutPrinted } from '#lib/phases/review/without-printed.ts'
import { withRetries } from '../actions/with-retries.ts'
import { type Configuration, readConfiguration } from '../configuration.ts'

// npm run import -- path/to/REVIEW-redfix.md [--as <person>] [--yes]: shows what it understood, asks, records what is new.

const USAGE = 'npm run import -- <path to a REVIEW file> [--as <person>] [--yes]'
const MAX_BYTES = 2 * 2 ** 20

/** Something the person can mend: the one sentence they read. */
class Refused extends Error {}

async function importFile(): Promise<string> {
  const { path, as, yes } = readArguments()
  const bytes = readFile(path)
  const text = bytes.toString('utf8')
  const read = readReview(text)
  if (!read.ok) throw new Refused(`${path}: ${read.refusal.sentence}`)
  const reading = read.value
  const phase = reading.phaseId

  const configuration = readConfiguration()
  const db = openReadyDatabase(configuration)
  const { person, name } = requirePerson(db, as, configuration)
  const role = findRole(db, person, phase)
  if (!can({ role }, 'review.import')) throw new Refused(`${name}: ${explainPermission({ role }, 'review.import')}`)

  const mark = findCopyMark(text)
  const known = findKnownReview(db, phase, mark)
  const items = matchReview(reading, known)
  const taken = usuallyTaken(items)
  console.info(printReview(withoutPrinted(reading, known.printed), items).join('\n'))
  if (mark) console.info(explainCopy(mark, known.printed !== null, items))
  if (taken.length === 0)
    throw new Refused(
      items.some(mayBeTaken)
        ? 'What is left is on record in other words; import it in the browser to choose.'
        : 'Nothing in this file is new: nothing was recorded.',
    )
  if (!yes && !(await confirms(`Record ${taken.length} items in ${phase}, signed by ${name}?`)))
    throw new Refused('Nothing was recorded.')

  const input = { phase, name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), text, taken }
  const command = { id: randomUUID(), actor: { person, name, role: null }, at: new Date(), input }
  const recorded = await withRetries(() => importReview(db, command))
  if (!recorded.ok) throw new Refused(recorded.refusal.sentence)
  return `Recorded ${taken.length} items in ${phase}, from event ${recorded.value.seq} on.`
}

function readArguments(): { path: string; as: string | undefined; yes: boolean } {
  const options = { as: { type: 'string' }, yes: { type: 'boolean', default: false } } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [path, another] = positionals
    if (path !== undefined && another === undefined) return { path, as: values.as, yes: values.yes }
  } catch {
    // An option that is none: the usage says which there are.
  }
  throw new Refused(USAGE)
}

function readFile(path: string): Buffer {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Refused(`There is no file ${path}.`)
  if (!stat.isFile()) throw new Refused(`${path} is no file.`)
  if (stat.size > MAX_BYTES) throw new Refused(`${path} is larger than 2 MiB, the most that is taken.`)
  return readFileSync(path)
}

function openReadyDatabase({ mode, databaseFile, dataFolder }: Configuration): Db {
  const db = openDatabase(databaseFile)
  const held = openLedger(db, mode, new Date())
  if (held !== mode)
    throw new Refused(
      `The ledger in ${dataFolder} is ${held === null ? 'not one of Gatehouse' : `for ${held}`}. Set another GATEHOUSE_DATA, or GATEHOUSE_ORIGIN to match.`,
    )
  if (mode === 'practice') ensurePracticePeople(db, new Date())
  return db
}

function requirePerson(db: Db, as: string | undefined, { mode }: Configuration): Person {
  const id = as ?? (mode === 'practice' ? PRACTICE_PEOPLE.adversary.person : null)
  if (id === null) throw new Refused(`Say who imports it: ${USAGE}`)
  const person = findPerson(db, id)
  if (person === null) throw new Refused(`Nobody here is known as ${id}.`)
  return person
}

async function confirms(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Refused('Nothing was recorded: without a terminal to ask on, confirm with --yes.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

try {
  console.info(await importFile())
} catch (error) {
  console.error(error instanceof Refused ? error.message : error)
  process.exitCode = 1
}

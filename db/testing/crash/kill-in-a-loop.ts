import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Db } from '../../db.ts'
import { openDatabase } from '../../open-database.ts'
import type { Acknowledgement } from './acknowledgements.ts'
import type { Chance } from './chance.ts'
import { brokenIn, everyRecorded, lostFrom } from './recorded.ts'
import { untilFree } from './until-free.ts'
import { startWriter, type Writer } from './writer.ts'

/**
 * The moments that are looked for in turn: while it opens the file, as soon as it has acknowledged something (when nothing may be left
 * undone), and any other. What an opening takes at least, and what a handful of events take, in milliseconds.
 */
const MOMENTS = ['opening', 'acknowledging', 'writing'] as const
const OPENING_MS = 10
const WRITING_MS = 150

export type Toll = {
  kills: number
  whileOpening: number
  acknowledged: number
  unacknowledged: number
  trouble: string[]
}

/**
 * Kills one writer after the other at moments that chance chooses, and starts each again. The file is mended now by the next writer, now
 * by the check, whoever opens it first; with several writers the others go on meanwhile, save when chance kills all at once. `trouble` is empty when each time everything that was acknowledged was there in an unbroken chain.
 */
export async function killInALoop(
  file: string,
  people: readonly string[],
  kills: number,
  chance: Chance,
): Promise<Toll> {
  const before = existsSync(file) ? reading(file, everyRecorded) : []
  const promised = [...before]
  const trouble: string[] = []
  let killed = 0
  let whileOpening = 0
  const writers = new Map(people.map((who) => [who, startWriter(file, who)]))

  const kill = async (who: string): Promise<void> => {
    const writer = writers.get(who)
    writers.delete(who)
    await writer?.kill()
    promised.push(...(writer?.acknowledged() ?? []))
    // One that had not yet come to the file was not killed at it.
    if (writer?.stage() !== 'starting') killed += 1
    if (writer?.stage() === 'opening') whileOpening += 1
  }
  const check = (): void => {
    const known = [...promised, ...[...writers.values()].flatMap((writer) => writer.acknowledged())]
    trouble.push(...reading(file, (db) => troubleIn(db, known)).map((sentence) => `After ${killed} kills: ${sentence}`))
  }

  while (killed < kills && trouble.length === 0) {
    const victim = people[chance.below(people.length)] ?? ''
    await theMoment(MOMENTS[killed % MOMENTS.length] ?? 'writing', writers.get(victim), chance)
    const all = chance.below(4) === 0
    await Promise.all((all ? people : [victim]).map(kill))
    const checksFirst = chance.below(2) === 0
    if (checksFirst) check()
    for (const who of all ? people : [victim]) writers.set(who, startWriter(file, who))
    if (!checksFirst) check()
  }
  await Promise.all([...writers.keys()].map(kill))
  if (trouble.length === 0) check()
  const recorded = reading(file, everyRecorded).length
  const acknowledged = new Set(promised.map(({ seq }) => seq)).size
  const unacknowledged = recorded - acknowledged
  // One event at most was under way in each writer.
  if (unacknowledged > killed) trouble.push(`${unacknowledged} events are there that nobody asked for.`)
  return { kills: killed, whileOpening, acknowledged: acknowledged - before.length, unacknowledged, trouble }
}

async function theMoment(moment: (typeof MOMENTS)[number], victim: Writer | undefined, chance: Chance): Promise<void> {
  await (moment === 'opening' ? victim?.opening : victim?.opened)
  const passed = setTimeout(chance.upTo(moment === 'opening' ? OPENING_MS : WRITING_MS))
  // A writer in a file that is new has nothing more to say after its first event.
  await (moment === 'acknowledging'
    ? Promise.race([passed.then(() => victim?.speaks()), setTimeout(2 * WRITING_MS)])
    : passed)
}

const troubleIn = (db: Db, promised: readonly Acknowledgement[]): string[] => [
  ...lostFrom(db, promised).map(
    ({ seq, command }) => `event ${seq} was acknowledged under ${command} and is not there.`,
  ),
  ...brokenIn(db),
]

function reading<Value>(file: string, look: (db: Db) => Value): Value {
  const db = untilFree(() => openDatabase(file))
  try {
    return look(db)
  } finally {
    db.$client.close()
  }
}

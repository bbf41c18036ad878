import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../open-database.ts'
import { aCopyOf, aFile, removeDatabases } from '../databases.ts'
import { aPhaseAlone } from '../phases.ts'
import { chanceOf } from './chance.ts'
import { killInALoop, type Toll } from './kill-in-a-loop.ts'
import { wholeRecord } from './recorded.ts'
import { KILLS, SEED } from './settings.ts'
import { endWriters } from './writer.ts'

afterAll(() => {
  endWriters()
  removeDatabases()
})

const MINUTES_MS = 10 * 60_000
const phase = aPhaseAlone()

/** A phase to write about, in a file that nobody holds open. */
function aWrittenFile(): string {
  const { $client } = aCopyOf(phase)
  $client.close()
  return $client.name
}

// A file is left after some kills, so that walking its whole chain after each stays cheap; one that is not there yet, as soon as it is.
const CASES = [
  { writers: 'one writer', people: ['bob'], into: 'a ledger', make: aWrittenFile, share: 0.4, killsAFile: 25 },
  {
    writers: 'two writers',
    people: ['bob', 'ada'],
    into: 'one ledger',
    make: aWrittenFile,
    share: 0.4,
    killsAFile: 25,
  },
  { writers: 'one writer', people: ['bob'], into: 'a file not there yet', make: aFile, share: 0.1, killsAFile: 3 },
  {
    writers: 'two writers',
    people: ['bob', 'ada'],
    into: 'a file not there yet',
    make: aFile,
    share: 0.1,
    killsAFile: 3,
  },
]

test.concurrent.each(CASES)(
  '$writers into $into: killed at any moment, every acknowledged event is there and the record is whole',
  { timeout: MINUTES_MS },
  async ({ writers, people, into, make, share, killsAFile }) => {
    const chance = chanceOf(SEED + people.length)
    const tolls: Toll[] = []
    for (let left = Math.ceil(KILLS * share); left > 0; left -= tolls.at(-1)?.kills ?? left) {
      const file = make()
      const toll = await killInALoop(file, people, Math.min(left, killsAFile), chance)
      expect(toll.trouble, `chance began with ${SEED}`).toEqual([])
      expect(wholeRecord(openDatabase(file))).toMatchObject({ ok: true })
      tolls.push(toll)
    }
    const sum = (count: (toll: Toll) => number) => tolls.reduce((total, toll) => total + count(toll), 0)
    const kills = sum((toll) => toll.kills)
    const acknowledged = sum((toll) => toll.acknowledged)
    const unacknowledged = sum((toll) => toll.unacknowledged)
    const whileOpening = sum((toll) => toll.whileOpening)
    console.info(
      `${writers} into ${into}: ${kills} kills, ${whileOpening} of them while opening; ${acknowledged} events acknowledged, 0 lost, ${unacknowledged} recorded and not yet acknowledged.`,
    )
    // Else nothing was killed at its work, and this showed nothing.
    expect(whileOpening).toBeGreaterThan(0)
    expect(acknowledged).toBeGreaterThan(make === aFile ? 0 : kills)
  },
)

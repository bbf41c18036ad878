import { readingDoor, verbDoor } from '#lib/server/api/door.ts'
import { READINGS } from '#lib/server/api/readings.ts'
import { VERBS } from '#lib/server/api/verbs.ts'

/** The door for programs: each row of the two tables names its permission. */
export const GET = readingDoor(READINGS)
export const POST = verbDoor(VERBS)

import { randomUUID } from 'node:crypto'
import { GATEHOUSE } from '#db/people/invite-first-operator.ts'
import { listPeople } from '#db/people/list-people.ts'
import { makeLink } from '#db/people/one-time-link.ts'
import { PRACTICE_PEOPLE, type PracticeRole } from '#lib/people/practice-people.ts'
import type { Role } from '#lib/people/roles.ts'
import { callAction } from './call-action.ts'
import { inRecordOf } from './scenario.ts'

/** Everybody who may stand at a door: the four roles, who is signed in and has no role in this phase, and nobody. */
export const CAST = ['operator', 'builder', 'adversary', 'stakeholder', 'outsider', 'visitor'] as const
export type Who = (typeof CAST)[number]
export const ROLE_OF = {
  operator: 'operator',
  builder: 'builder',
  adversary: 'adversary',
  stakeholder: 'stakeholder',
  outsider: null,
  visitor: null,
} satisfies Record<Who, Role | null>

type Running = { address: string; dataFolder: string }
/** Who is signed in, and by which cookies. */
export type Session = { person: string; cookie: string }

/** A session of each, as cookies; the outsider is a Stakeholder of the phase `elsewhere` only. */
export async function signInAll(server: Running): Promise<Record<Who, Session>> {
  const enter = async (role: PracticeRole) => ({
    person: PRACTICE_PEOPLE[role].person,
    cookie: cookieOf(await callAction(server, 'app/sign-in/actions.ts#submitEnterPractice', { role, next: '/' })),
  })
  return {
    operator: await join(server, 'Oda', { role: 'operator', phase: null }),
    builder: await enter('builder'),
    adversary: await enter('adversary'),
    stakeholder: await enter('stakeholder'),
    outsider: await join(server, 'Otto', { role: 'stakeholder', phase: 'elsewhere' }),
    visitor: { person: 'nobody', cookie: '' },
  }
}

/** Somebody new follows a one-time link and is signed in. */
export async function join(
  server: Running,
  name: string,
  role: { role: Role; phase: string | null },
): Promise<Session> {
  const link = inRecordOf(server, (db) => makeLink(db, randomUUID(), { person: null, ...role }, GATEHOUSE, new Date()))
  const email = `${name.toLowerCase()}@example.org`
  const fields = { token: link?.token ?? '', name, email, password: 'a long enough password' }
  const cookie = cookieOf(await callAction(server, 'app/join/[token]/actions.ts#submitJoin', fields))
  const person = inRecordOf(server, (db) => listPeople(db).find((one) => one.name === name)?.person)
  return { person: person ?? '', cookie }
}

function cookieOf(answer: Awaited<ReturnType<typeof callAction>>): string {
  const set = answer.headers['set-cookie'] ?? []
  if (set.length === 0) throw new Error(`Nobody was signed in: ${answer.said}`)
  return set.map((one) => one.split(';')[0]).join('; ')
}

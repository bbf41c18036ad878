import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { findPerson } from '#db/people/find-person.ts'
import { findRole } from '#db/people/find-role.ts'
import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { whyMisaddressed } from '../same-origin.ts'
import { auth } from './auth.ts'
import { PATH_HEADER } from './path-header.ts'

export type SignedIn = { person: string; name: string; userId: string }

/** Who is signed in, once per request; null when nobody is, or when the request does not belong here (a rebound name, a proxy). */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const sent = await headers()
  if (whyMisaddressed(sent, readConfiguration()) !== null) return null
  const session = await auth().api.getSession({ headers: sent })
  if (session === null) return null
  const person = findPerson(database(), session.user.person)
  return person === null ? null : { ...person, userId: session.user.id }
})

/** Whoever is signed in, with the role they have in this phase (null: the role they have in every phase). */
export async function actorIn(phase: string | null): Promise<Actor | null> {
  const signedIn = await currentPerson()
  if (signedIn === null) return null
  const { person, name } = signedIn
  return { person, name, role: findRole(database(), person, phase) }
}

/**
 * As `actorIn`, for pages: leads to the sign-in page and back, and shows a phase in which one has no role as not there.
 * Outside of phases (null) the role may be null: whoever holds a role in one phase only.
 */
export async function requireActor(phase: string | null): Promise<Actor> {
  const actor = await actorIn(phase)
  if (actor === null) {
    const path = (await headers()).get(PATH_HEADER) ?? '/'
    redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  }
  if (phase !== null && !can(actor, 'record.read')) notFound()
  return actor
}

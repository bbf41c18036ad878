import { eq } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { account, user } from '../working/tables.ts'
import type { Person } from './find-person.ts'

/** `passwordHash` as better-auth makes it; null: nobody can sign in with it (the practice people are entered). */
export type NewAccount = { id: string; email: string; passwordHash: string | null }

/**
 * The rows that better-auth would write for a sign-up. Written here because its own writes are asynchronous, and an account must come
 * into being in the same transaction as its person.
 */
export function addAccount(db: Db, { person, name }: Person, { id, email, passwordHash }: NewAccount, now: Date): void {
  const times = { createdAt: now, updatedAt: now }
  db.insert(user)
    .values({ id, name, email, person, ...times })
    .run()
  if (passwordHash === null) return
  const credential = { id: `${id}-password`, accountId: id, providerId: 'credential', userId: id }
  db.insert(account)
    .values({ ...credential, password: passwordHash, ...times })
    .run()
}

export const hasAccount = (db: Db, email: string): boolean =>
  db.select({ id: user.id }).from(user).where(eq(user.email, email)).get() !== undefined

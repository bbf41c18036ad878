import { and, desc, eq, lt, notInArray } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { immediately } from '../ledger/record.ts'
import { drafts } from './tables.ts'

const LIFETIME_MS = 14 * 24 * 3_600_000
const MOST_PER_PERSON = 20

export type Draft = { id: string; form: string; content: unknown; savedAt: Date }
/** `id` is a random UUID, `form` names the form it belongs to. `content` is stored as JSON and has to be parsed when it is read. */
export type NewDraft = { id: string; person: string; form: string; content: unknown; at: Date }

/**
 * Keeps what a person typed or sent and did not record yet; the same id again replaces it. Drops what is older than 14 days, of anybody,
 * and all but this person's newest 20.
 */
export const saveDraft = (db: Db, { id, person, form, content, at }: NewDraft): void =>
  immediately(db, () => {
    db.delete(drafts)
      .where(lt(drafts.savedAt, new Date(at.getTime() - LIFETIME_MS)))
      .run()
    const set = { form, content, savedAt: at }
    db.insert(drafts)
      .values({ id, person, ...set })
      .onConflictDoUpdate({ target: drafts.id, set, setWhere: eq(drafts.person, person) })
      .run()
    const newest = db
      .select({ id: drafts.id })
      .from(drafts)
      .where(eq(drafts.person, person))
      .orderBy(desc(drafts.savedAt))
      .limit(MOST_PER_PERSON)
    db.delete(drafts)
      .where(and(eq(drafts.person, person), notInArray(drafts.id, newest)))
      .run()
  })

/** Null when there is none, it was dropped, or it is somebody else's. */
export function findDraft(db: Db, id: string, person: string): Draft | null {
  const row = db
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), eq(drafts.person, person)))
    .get()
  return row ? { id: row.id, form: row.form, content: row.content, savedAt: row.savedAt } : null
}

import { headers } from 'next/headers'
import { auth } from './auth.ts'

/** Ends the session behind this browser's cookie, in the database too; nothing happens where there is none. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
}

import type { Browser, BrowserContext } from '@playwright/test'
import type { Server } from '#e2e/server/start-server.ts'
import type { PracticeRole } from '#lib/people/practice-people.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>
/** A practice person, or nobody yet. */
export type Person = PracticeRole | 'visitor'

const NOBODY: Session = { cookies: [], origins: [] }
const sessions = new WeakMap<Server, Map<Person, Promise<Session>>>()

/** The cookies of a practice person; the button is pressed once per server and person. */
export function signedInAs(person: Person, browser: Browser, server: Server): Promise<Session> {
  const known = sessions.get(server) ?? new Map<Person, Promise<Session>>()
  sessions.set(server, known)
  const session =
    known.get(person) ?? (person === 'visitor' ? Promise.resolve(NOBODY) : enterAs(person, browser, server))
  known.set(person, session)
  return session
}

async function enterAs(role: PracticeRole, browser: Browser, server: Server): Promise<Session> {
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Enter as ${ROLE_WORD[role]}` }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  const session = await context.storageState()
  await context.close()
  return session
}

import { PRACTICE_PEOPLE, type PracticeRole } from '#lib/people/practice-people.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { readConfiguration } from '../configuration.ts'
import { auth } from './auth.ts'

/** Begins a session as one of the practice people. */
export async function enterPractice(role: PracticeRole): Promise<Result<null>> {
  if (readConfiguration().mode !== 'practice') {
    return refuse(because('not_practice', 'This Gatehouse is for real: sign in with your own account.'))
  }
  await auth().api.sessionFor({ body: { userId: PRACTICE_PEOPLE[role].person } })
  return ok(null)
}

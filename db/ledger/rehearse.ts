import type { Db } from '../db.ts'

/** Does a whole write in an IMMEDIATE transaction and takes all of it back: the answer is what it would have been, the record is as before. */
export function rehearse<Value>(db: Db, act: () => Value): Value {
  const answers: Value[] = []
  const takeBack = new Error('A rehearsal records nothing.')
  try {
    db.$client
      .transaction(() => {
        answers.push(act())
        throw takeBack
      })
      .immediate()
  } catch (error) {
    if (error !== takeBack) throw error
  }
  const [answer] = answers
  if (answers.length !== 1 || answer === undefined) throw new Error('A rehearsal answers once.')
  return answer
}

import { expect, test } from 'vitest'
import { OpenPhaseInput } from './inputs.ts'

const opening = { title: 'canon failures', mission: 'Explain the six reds.', planPath: '', doneRule: '' }
const said = (phase: string) => {
  const parsed = OpenPhaseInput.safeParse({ ...opening, phase })
  return parsed.success ? parsed.data.phase : parsed.error.issues.map(({ message }) => message).join(' ')
}

test.each([
  ['redfix', 'redfix'],
  ['opening', 'opening'],
  ['open', '“open” cannot be the name of a phase here.'],
  [' OPEN ', '“open” cannot be the name of a phase here.'],
])('a phase called %j', (name, answer) => {
  expect(said(name)).toBe(answer)
})

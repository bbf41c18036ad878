import type { Role } from './roles.ts'

/** The people of practice mode, who are entered without a password. Stable: their events name them for as long as the ledger lives. */
export const PRACTICE_PEOPLE = {
  builder: {
    person: 'practice-builder',
    name: 'Practice Builder',
    does: 'Investigates the failures, attaches runs, files claims.',
  },
  adversary: {
    person: 'practice-adversary',
    name: 'Practice Adversary',
    does: 'Disbelieves: checks again, rules on each failure, opens findings.',
  },
  operator: {
    person: 'practice-operator',
    name: 'Practice Operator',
    does: 'Sets the plan and the gates, merges fixes after DONE, invites people.',
  },
  stakeholder: {
    person: 'practice-stakeholder',
    name: 'Practice Stakeholder',
    does: 'Watches the progress, changes nothing.',
  },
} as const satisfies { [R in Role]: { person: string; name: string; does: string } }

export type PracticeRole = keyof typeof PRACTICE_PEOPLE
export const practiceRoles = [
  'builder',
  'adversary',
  'operator',
  'stakeholder',
] as const satisfies readonly PracticeRole[]

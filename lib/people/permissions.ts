import type { Actor, Role } from './roles.ts'

/** Who may do what: the one permission table. Every action and route names a row; the role-matrix test walks all of them. */
export const PERMISSIONS = {
  'phase.open': ['operator', 'builder'],
  'review.import': ['operator', 'builder', 'adversary'],
  'failure.add': ['operator', 'builder'],
  'gate.define': ['operator'],
  'plan.record': ['operator'],
  'note.write': ['operator', 'builder', 'adversary'],
  'obligation.owe': ['builder', 'adversary'],
  'obligation.meet': ['builder', 'adversary'],
  'evidence.attach': ['builder', 'adversary'],
  'run.exclude': ['builder', 'adversary'],
  'run.request': ['builder', 'adversary'],
  'run.cancel': ['operator', 'builder', 'adversary'],
  'host.configure': ['operator'],
  'host.probe': ['operator', 'builder', 'adversary'],
  'reservation.take': ['operator', 'builder', 'adversary'],
  'reservation.release': ['operator', 'builder', 'adversary'],
  'classification.propose': ['builder'],
  'fix.attach': ['builder'],
  'fix.update': ['builder', 'adversary', 'operator'],
  'claim.file': ['builder'],
  'claim.withdraw': ['builder'],
  'ruling.record': ['adversary'],
  'more.ask': ['adversary'],
  'finding.address': ['builder'],
  'finding.close': ['adversary'],
  'finding.reopen': ['adversary'],
  'verdict.record': ['adversary'],
  'reasoning.unfold': ['adversary'],
  'veto.raise': ['adversary', 'operator'],
  'veto.lift': ['adversary', 'operator'],
  'phase.declare-done': ['builder'],
  'thread.open': ['operator', 'builder', 'adversary'],
  'thread.reply': ['operator', 'builder', 'adversary'],
  'token.issue': ['operator', 'builder', 'adversary', 'stakeholder'],
  'token.revoke': ['operator', 'builder', 'adversary', 'stakeholder'],
  'person.invite': ['operator'],
  'role.withdraw': ['operator'],
  'record.read': ['operator', 'builder', 'adversary', 'stakeholder'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS
export const permissions = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS)

export function can(actor: Pick<Actor, 'role'>, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission]
  return actor.role !== null && allowed.includes(actor.role)
}

const ROLE_NAMES = {
  builder: 'the Builder',
  adversary: 'the Adversary',
  operator: 'the Operator',
  stakeholder: 'a Stakeholder',
} satisfies Record<Role, string>

/** The sentence a person reads when a permission is missing: who may, and who they are here. */
export function explainPermission(actor: Pick<Actor, 'role'>, permission: Permission): string {
  const allowed = PERMISSIONS[permission].map((role) => ROLE_NAMES[role])
  const who = allowed.length === 1 ? `${allowed[0]}` : `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
  const here = actor.role === null ? 'you have no role in this phase' : `you are ${ROLE_NAMES[actor.role]} here`
  return `Only ${who} may do this; ${here}.`
}

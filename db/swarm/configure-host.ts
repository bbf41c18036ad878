import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { ConfigureHostInput, PinHostKeyInput, RetireHostInput } from '#lib/swarm/inputs.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { findHost } from './list-hosts.ts'

const NOBODY_ELSES = { phase: null, permission: 'host.configure' } as const
const MINUTE_MS = 60_000
const PRACTICE = because('practice_host', 'This is the practice host: Gatehouse itself looks after it.', 'host')

/** How a host is reached. Said again for the same name it supersedes; a key that was pinned stays pinned. */
export const configureHost = (db: Db, command: Command<ConfigureHostInput>) =>
  record(db, command, NOBODY_ELSES, () => {
    const { host, address, port, user, alias, builderKey, adversaryKey, deadlineMinutes } = command.input
    if (findHost(db, host)?.settings.kind === 'practice') return refuse(PRACTICE)
    return ok([
      {
        ...{ kind: 'host.configured', phase: null, failure: null, subject: host, statedAt: null },
        payload: {
          ...{ host, kind: 'ssh', address, port, user, alias },
          keys: { builder: builderKey, adversary: adversaryKey },
          deadlineMs: deadlineMinutes * MINUTE_MS,
        },
      },
    ])
  })

/** The Operator has compared the key that the host shows with the host's own word for it. */
export const pinHostKey = (db: Db, command: Command<PinHostKeyInput>) =>
  record(db, command, NOBODY_ELSES, () => {
    const { host, fingerprint } = command.input
    const held = findHost(db, host)
    if (held === null) return refuse(because('no_such_host', `There is no host ${host}.`))
    if (held.settings.kind === 'practice') return refuse(PRACTICE)
    if (held.fingerprint === fingerprint)
      return refuse(because('pinned_already', `This key of ${host} is pinned already.`))
    return ok([
      {
        ...{ kind: 'host-key.pinned', phase: null, failure: null, subject: host, statedAt: null },
        payload: { host, fingerprint },
      },
    ])
  })

/** Nothing starts there any more; what was recorded of it stays. */
export const retireHost = (db: Db, command: Command<RetireHostInput>) =>
  record(db, command, NOBODY_ELSES, () => {
    const { host, reason } = command.input
    const held = findHost(db, host)
    if (held === null || held.retiredReason !== null)
      return refuse(because('no_such_host', `There is no host ${host} in use.`))
    return ok([
      {
        ...{ kind: 'host.retired', phase: null, failure: null, subject: host, statedAt: null },
        payload: { host, reason },
      },
    ])
  })

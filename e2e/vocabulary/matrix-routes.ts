import { randomUUID } from 'node:crypto'
import { EXPORT_FOR } from '#lib/ledger/export-words.ts'
import type { Permission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { Scene } from './matrix-scene.ts'
import type { RawRequest } from './raw-request.ts'
import { CAST, type Who } from './whole-cast.ts'

export type RouteRow = {
  /** The row of the permission table; null: nobody needs to be signed in. */
  permission: Permission | null
  request: (who: Who, scene: Scene) => Pick<RawRequest, 'body' | 'endless'> & { path: string }
  /** What those are told who may not, where it is not the sentence of the permission. */
  refused?: string
}

/** Every route handler by its folder. One that is missing here fails the test. */
export const ROUTES: { [route: string]: RouteRow } = {
  'GET app/api/live': {
    permission: 'record.read',
    request: () => ({ path: '/api/live?phase=redfix', endless: true }),
  },
  'GET app/api/watch/[key]': {
    permission: null,
    request: (_, { watchKey }) => ({ path: `/api/watch/${watchKey}`, endless: true }),
  },
  'GET app/api/v1/openapi.json': { permission: null, request: () => ({ path: '/api/v1/openapi.json' }) },
  'GET app/api/ledger/export': {
    permission: 'record.read',
    request: () => ({ path: '/api/ledger/export' }),
    refused: EXPORT_FOR,
  },
  'GET app/api/runs/[number]/[file]': {
    permission: 'record.read',
    request: (_, { logOf }) => ({ path: `/api/runs/${logOf}/log` }),
  },
  'GET app/api/runs/[number]/stream': {
    permission: 'record.read',
    request: (_, { logOf }) => ({ path: `/api/runs/${logOf}/stream`, endless: true }),
  },
  'GET app/phases/[phase]/files/[file]': {
    permission: 'record.read',
    request: () => ({ path: addressOf.file('redfix', 'REVIEW') }),
  },
  'POST app/api/phases/[phase]/failures/[failure]/runs': {
    permission: 'evidence.attach',
    request: (who) => ({ path: '/api/phases/canon/failures/mumble/runs', body: runBy(who) }),
  },
  'POST app/api/phases/[phase]/plan': {
    permission: 'plan.record',
    request: (who) => ({
      path: '/api/phases/canon/plan',
      body: formOf({ name: 'PLAN.md', text: `Agreed with the ${who}.\n` }),
    }),
  },
  'POST app/api/reviews': {
    permission: 'review.import',
    request: () => ({
      path: '/api/reviews',
      body: formOf({ text: '# REVIEW — phase redfix (Adversary)\n\n## Verdicts\n\n(none yet)\n' }),
    }),
  },
}

function runBy(who: Who): FormData {
  const minute = String(10 + CAST.indexOf(who))
  return formOf({
    ...{ condition: 'alone', deployment: 'cold', recipe: 'mumble', recipeVersion: '1.0.0', host: 'cc-ci' },
    ...{ recipeClean: 'unknown', testClean: 'unknown', harnessClean: 'unknown' },
    ...{ startedAt: `2026-06-18 01:${minute}`, endedAt: `2026-06-18 02:${minute}` },
    ...{ conclusion: 'red', 'tiers.custom': 'fail' },
  })
}

function formOf(fields: { [field: string]: string }): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries({ commandId: randomUUID(), ...fields })) form.append(field, value)
  return form
}

import { readdirSync, readFileSync } from 'node:fs'
import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import { callAction, listActions } from './vocabulary/call-action.ts'
import { ACTIONS } from './vocabulary/matrix-actions.ts'
import { ROUTES } from './vocabulary/matrix-routes.ts'
import { setScene } from './vocabulary/matrix-scene.ts'
import { TOKEN_ROUTES } from './vocabulary/matrix-verbs.ts'
import { sendRaw } from './vocabulary/raw-request.ts'
import { countLinks, headOf } from './vocabulary/record.ts'
import { expect, test } from './vocabulary/test.ts'
import { CAST, ROLE_OF, signInAll, type Who } from './vocabulary/whole-cast.ts'

const NOT_SIGNED_IN = /You are no longer signed in|Sign in first/
const NO_PERMISSION = /Only .* may do this; /
const may = (who: Who, permission: Permission | null) => permission === null || can({ role: ROLE_OF[who] }, permission)
/** Those who may not come first: what they try must leave everything to do for those who may. */
const refusedFirst = (permission: Permission | null): Who[] =>
  CAST.toSorted((one, other) => Number(may(one, permission)) - Number(may(other, permission)))

test('every server action has a row in the matrix, and every row is an action', () => {
  expect(Object.keys(ACTIONS).sort()).toEqual([...listActions().keys()].sort())
})

test('every route has a row in the matrix, and every row is a route', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('route.ts'))
  const routes = files.flatMap((name) =>
    [...readFileSync(`app/${name}`, 'utf8').matchAll(/^export (?:const|(?:async )?function) ([A-Z]+)\b/gm)].map(
      ([, method]) => `${method} app/${name.replace(/\/route\.ts$/, '')}`,
    ),
  )
  // Those for programs are walked with tokens, in `api-door.spec.ts`.
  expect([...Object.keys(ROUTES), ...TOKEN_ROUTES].sort()).toEqual(routes.sort())
})

test('each action does what it does for those who may, and tells everybody else why not', async ({
  resetTo,
  server,
}) => {
  test.setTimeout(120_000)
  await resetTo('empty')
  const sessions = await signInAll(server)
  const scene = setScene(server, sessions)
  for (const [name, { permission, fields, told = {} }] of Object.entries(ACTIONS)) {
    for (const who of refusedFirst(permission)) {
      await test.step(`${name} by the ${who}`, async () => {
        const before = [headOf(server), countLinks(server)]
        const answer = await callAction(server, name, fields(who, scene), { Cookie: sessions[who].cookie })
        const words = told[who] ?? told.everybody ?? null
        if (permission !== null && !may(who, permission)) {
          const refusal = who === 'visitor' ? NOT_SIGNED_IN : explainPermission({ role: ROLE_OF[who] }, permission)
          expect(answer.said).toMatch(refusal)
          expect(answer.wentTo).toBeNull()
          expect([headOf(server), countLinks(server)]).toEqual(before)
        } else if (words !== null) {
          expect(answer.said).toMatch(words)
          expect(answer.said).not.toMatch(NO_PERMISSION)
        } else {
          expect(answer.wentTo, answer.said).not.toBeNull()
          if (permission !== null) expect(headOf(server)).toBeGreaterThan(before[0] ?? 0)
        }
        if (permission === null) expect(headOf(server)).toBe(before[0])
      })
    }
  }
})

test('each route answers those who may, and tells everybody else why not', async ({ resetTo, server }) => {
  await resetTo('empty')
  const sessions = await signInAll(server)
  const scene = setScene(server, sessions)
  for (const [name, { permission, request, refused }] of Object.entries(ROUTES)) {
    for (const who of refusedFirst(permission)) {
      await test.step(`${name} by the ${who}`, async () => {
        const { path, ...rest } = request(who, scene)
        const head = headOf(server)
        const method = name.startsWith('POST') ? 'POST' : 'GET'
        const headers = { Cookie: sessions[who].cookie, Origin: server.address }
        const answer = await sendRaw(`${server.address}${path}`, { ...rest, method, headers })
        if (permission === null || may(who, permission)) {
          expect(answer.status, answer.body).toBe(method === 'POST' ? 303 : 200)
          if (method === 'POST') expect(answer.headers.location).toMatch(/[?&]done=|^\/import\/[0-9a-f-]{36}$/)
          return
        }
        expect(headOf(server)).toBe(head)
        if (who === 'visitor') {
          expect([401, 303]).toContain(answer.status)
          if (answer.status === 303) expect(answer.headers.location).toMatch(/^\/sign-in\?/)
          return
        }
        const shown = answer.headers.location
        const page =
          shown === undefined ? answer : await sendRaw(`${server.address}${shown}`, { method: 'GET', headers })
        expect(page.body).toContain(refused ?? explainPermission({ role: ROLE_OF[who] }, permission))
      })
    }
  }
})

const OTHER = 'https://evil.example'
const FOREIGN: [what: string, headers: (address: string) => { [name: string]: string | undefined }][] = [
  ['from another site', () => ({ Origin: OTHER })],
  ['from a page without an address', () => ({ Origin: 'null' })],
  ['from another port', () => ({ Origin: 'http://127.0.0.1:1' })],
  ['that does not say where it comes from', () => ({ Origin: undefined })],
  ['to another host', () => ({ Host: 'evil.example' })],
  ['to another host, from it', () => ({ Host: 'evil.example', Origin: 'http://evil.example' })],
  ['forwarded for another host', (address) => ({ 'X-Forwarded-Host': 'evil.example', Origin: address })],
  ['forwarded for another host, from it', () => ({ 'X-Forwarded-Host': 'evil.example', Origin: OTHER })],
  ['across sites', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
  ['from the same site', () => ({ 'Sec-Fetch-Site': 'same-site' })],
  ['of another machine', () => ({ 'X-Forwarded-For': '203.0.113.7' })],
  ['through a proxy', () => ({ 'X-Forwarded-For': '127.0.0.1, 203.0.113.7' })],
]

test('a request that is not from our own pages changes nothing, to an action or to an upload', async ({
  resetTo,
  server,
}) => {
  await resetTo('empty')
  const cast = await signInAll(server)
  const scene = setScene(server, cast)
  const { builder } = cast
  const action = 'app/phases/[phase]/actions.ts#submitNote'
  const note = () => ACTIONS[action]?.fields('builder', scene) ?? {}
  const route = ROUTES['POST app/api/phases/[phase]/failures/[failure]/runs']
  const upload = () => route?.request('builder', scene) ?? { path: '/' }
  const head = headOf(server)
  for (const [what, of] of FOREIGN) {
    await test.step(`a request ${what}`, async () => {
      const headers = { Origin: server.address, Cookie: builder.cookie, ...of(server.address) }
      const called = await callAction(server, action, note(), headers)
      expect(called.wentTo, 'the action').toBeNull()
      const { path, ...rest } = upload()
      const uploaded = await sendRaw(`${server.address}${path}`, { ...rest, method: 'POST', headers })
      expect([403, 421], 'the upload').toContain(uploaded.status)
      expect(headOf(server)).toBe(head)
    })
  }
  // The same two, from here.
  const headers = { Cookie: builder.cookie, Origin: server.address }
  expect((await callAction(server, action, note(), headers)).wentTo).toMatch(/done=/)
  const { path, ...rest } = upload()
  const uploaded = await sendRaw(`${server.address}${path}`, { ...rest, method: 'POST', headers })
  expect(uploaded.headers.location).toMatch(/done=/)
})

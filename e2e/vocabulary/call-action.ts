import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { OutgoingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { sendRaw } from './raw-request.ts'

const Manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ workers: z.record(z.string(), z.unknown()), filename: z.string(), exportedName: z.string() }),
  ),
})
type Action = { id: string; page: string }
export type Fields = { [field: string]: string | string[] }

/** Every server action of the build under test, as `app/import/actions.ts#submitImport`. */
export function listActions(): Map<string, Action> {
  const { node } = Manifest.parse(JSON.parse(readFileSync('.next-e2e/server/server-reference-manifest.json', 'utf8')))
  return new Map(
    Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
      const [page = ''] = Object.keys(workers)
      return [`${filename}#${exportedName}`, { id, page: addressOfPage(page) }]
    }),
  )
}

const PLACES: { [part: string]: string } = { phase: 'redfix', failure: 'mumble', gate: 'M1', number: '1', seq: '1' }
const addressOfPage = (page: string): string =>
  page
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replace(/\[(\w+)\]/g, (_, part: string) => PLACES[part] ?? 'none') || '/'

/**
 * Calls a server action as a script would, past every page and disabled button: `Next-Action` and the form as React encodes it.
 * `wentTo`: where it led; `said`: the answer's text, a refusal's sentence among it.
 */
export async function callAction(
  { address }: { address: string },
  name: string,
  fields: Fields,
  headers: OutgoingHttpHeaders = {},
) {
  const action = listActions().get(name)
  if (action === undefined) throw new Error(`There is no action ${name}.`)
  const body = new FormData()
  for (const [field, value] of Object.entries({ commandId: randomUUID(), ...fields }))
    for (const one of [value].flat()) body.append(`_1_${field}`, one)
  body.append('0', JSON.stringify([{ values: {}, errors: {}, alert: null, attempt: 0, made: null }, '$K1']))
  const answer = await sendRaw(`${address}${action.page}`, {
    method: 'POST',
    headers: { Origin: address, 'Next-Action': action.id, Accept: 'text/x-component', ...headers },
    body,
  })
  const went = answer.headers['x-action-redirect']
  const wentTo = typeof went === 'string' ? (went.split(';')[0] ?? null) : null
  return { status: answer.status, headers: answer.headers, wentTo, said: wentTo === null ? answer.body : '' }
}

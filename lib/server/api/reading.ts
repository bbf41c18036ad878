import type { z } from 'zod'
import type { Db } from '#db/db.ts'
import type { ApiRefusal } from '#lib/api/api-refusal.ts'
import type { PathParams } from '#lib/api/match-path.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { explainIssues } from '../actions/explain-issues.ts'
import type { Admitted } from './admit.ts'
import type { JsonObject } from './read-body.ts'
import { wrong } from './verb.ts'

export type Asked = { db: Db; admitted: Admitted; params: PathParams; now: Date; signal: AbortSignal }
type Told = Result<JsonObject, ApiRefusal>

/** One row of the table of readings: what a program may GET. */
export type Reading = {
  name: string
  path: string
  permission: 'record.read'
  summary: string
  query: z.ZodObject
  read: (asked: Asked, query: URLSearchParams) => Promise<Told>
}

type Row<Schema extends z.ZodObject> = Pick<Reading, 'name' | 'path' | 'summary'> & {
  query: Schema
  read: (asked: Asked, query: z.output<Schema>) => Told | Promise<Told>
}

export function reading<Schema extends z.ZodObject>({ read, ...row }: Row<Schema>): Reading {
  return {
    ...row,
    permission: 'record.read',
    read: async (asked, sent) => {
      const strange = [...sent.keys()].find((name) => !Object.hasOwn(row.query.shape, name))
      if (strange !== undefined) return refuse(wrong({ [strange.slice(0, 80)]: 'Nothing is asked by this name here.' }))
      const parsed = row.query.safeParse(Object.fromEntries(sent))
      return parsed.success ? read(asked, parsed.data) : refuse(wrong(explainIssues(parsed.error).errors))
    },
  }
}

export const told = (body: JsonObject): Told => ok(body)

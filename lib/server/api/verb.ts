import type { z } from 'zod'
import type { Db } from '#db/db.ts'
import type { ApiRefusal } from '#lib/api/api-refusal.ts'
import { formValues } from '#lib/api/form-values.ts'
import { namesIn, type PathParams } from '#lib/api/match-path.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Permission } from '#lib/people/permissions.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { explainIssues } from '../actions/explain-issues.ts'
import type { JsonObject } from './read-body.ts'

/** A command whose input was read: it goes on inside the transaction. */
export type Act = (db: Db, command: Pick<Command<unknown>, 'id' | 'actor' | 'at'>) => Result<Recorded>

/** One row of the table of verbs: what a program may POST. */
export type Verb = {
  /** As the file of the verb is called; the operation's id in OpenAPI. */
  name: string
  /** Below /api/v1, with the names of input fields: `/phases/{phase}/notes`. */
  path: string
  /** The row of the permission table; `record` checks it again inside the transaction. */
  permission: Permission
  summary: string
  input: z.ZodObject
  /** Which requirements a refusal and a dry run tell: of the gate in the path, of DONE, or none. */
  weighs: 'gate' | 'done' | null
  /** `dryRun`: nothing may be kept, no file either. */
  prepare: (
    body: JsonObject,
    params: PathParams,
    at: { now: Date; dryRun: boolean },
  ) => Promise<Result<Act, ApiRefusal>>
}

type Row<Schema extends z.ZodObject> = Pick<Verb, 'name' | 'path' | 'permission' | 'summary'> & {
  input: Schema
  run: (db: Db, command: Command<z.output<Schema>>) => Result<Recorded>
  weighs?: Verb['weighs']
}

/** A row for a verb of `db`: the same schema, permission and rule as its form in the browser. */
export function verb<Schema extends z.ZodObject>({ run, weighs, ...row }: Row<Schema>): Verb {
  return {
    ...row,
    weighs: weighs ?? (row.path.includes('{gate}') ? 'gate' : null),
    prepare: async (body, params) => {
      const input = readInput(row.input, body, params)
      return input.ok ? ok((db, command) => run(db, { ...command, input: input.value })) : input
    },
  }
}

const TOO_DEEP = because('not_readable', 'The body is nested deeper than any command. Nothing was recorded.')

/** The command's input: what the path names and what was sent. Unknown fields are refused, a misspelt one would be lost without a word. */
export function readInput<Schema extends z.ZodObject>(
  schema: Schema,
  body: JsonObject,
  params: PathParams,
): Result<z.output<Schema>, ApiRefusal> {
  const sent = formValues(body)
  if (sent === null) return refuse(TOO_DEEP)
  const strange = Object.keys(body).find((name) => !Object.hasOwn(schema.shape, name))
  if (strange !== undefined) return refuse(wrong({ [strange.slice(0, 80)]: 'There is no such field here.' }))
  const other = Object.keys(params).find((name) => Object.hasOwn(sent, name) && sent[name] !== params[name])
  if (other !== undefined) return refuse(wrong({ [other]: 'The address says something else.' }))
  const parsed = schema.safeParse({ ...sent, ...params })
  return parsed.success ? ok(parsed.data) : refuse(wrong(explainIssues(parsed.error).errors))
}

export function wrong(fields: { [field: string]: string }): ApiRefusal {
  const [field, sentence] = Object.entries(fields)[0] ?? [null, 'A field is wrong.']
  return { ...because('fields', sentence, field), fields }
}

/** What is sent in the body: every field that the path does not name. */
export const bodyFieldsOf = ({ input, path }: Pick<Verb, 'input' | 'path'>): string[] => {
  const named = namesIn(path)
  return Object.keys(input.shape).filter((name) => !named.includes(name))
}

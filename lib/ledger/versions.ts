import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { EventBody } from './event.ts'
import type { EventKind } from './payloads.ts'

/** The version in which a kind is written today, where it is not 1. */
const VERSIONS: { [Kind in EventKind]?: number } = {
  'gate.defined': 2,
  'run.attached': 3,
  'observation.recorded': 2,
  'claim.filed': 2,
  'finding.opened': 2,
}

export const versionOf = (kind: EventKind): number => VERSIONS[kind] ?? 1

/**
 * An event as its kind is understood today, whatever version it was recorded in; stored bytes stay as they are. Version 1 knew no fixes,
 * no recorded plan and no lists of requirements: a gate's purpose stood for its list, and no gate about fixes could be claimed then.
 */
export function lift(body: EventBody): EventBody {
  const lifting = LIFTS[body.kind]
  if (body.v >= versionOf(body.kind) || lifting === undefined) return body
  // Through JSON, as every event comes: its shape is taken as recorded.
  return JSON.parse(JSON.stringify({ ...body, payload: lifting(body.payload) }))
}

type Fields = { [name: string]: unknown }

/** What the list was when a gate was only a purpose. */
const LISTS_OF_VERSION_1 = {
  cause: ['classified', 'reproduced', 'cited', 'nothing-owed', 'own-check', 'ruled'],
  fix: USUAL_REQUIREMENTS.fix,
} as const

const listOf = (purpose: unknown) => (purpose === 'fix' ? LISTS_OF_VERSION_1.fix : LISTS_OF_VERSION_1.cause)
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})

const LIFTS: { [Kind in EventKind]?: (payload: Fields) => Fields } = {
  'gate.defined': ({ purpose, ...rest }) => ({ ...rest, requirements: [...listOf(purpose)] }),
  // Version 1 knew no pull request, version 2 nothing of runs that are started here.
  'run.attached': (payload) => ({ pullRequest: null, ...payload, supervised: null }),
  'observation.recorded': (payload) => ({ ...payload, by: 'hand' }),
  'finding.opened': (payload) => ({ ...payload, stage: null, head: null }),
  'claim.filed': ({ parts, ...rest }) => ({
    ...rest,
    answers: [],
    parts: Array.isArray(parts) ? parts.map(liftPart) : [],
  }),
}

function liftPart(part: unknown): Fields {
  const { judged, ...rest } = fieldsOf(part)
  const { purpose, planPath, ...kept } = fieldsOf(judged)
  return {
    ...rest,
    judged: { ...kept, requirements: [...listOf(purpose)], plan: { path: planPath ?? null, sha256: null }, fixes: [] },
  }
}

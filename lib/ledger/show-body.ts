import { z } from 'zod'

const Shown = z.looseObject({ statedAt: z.iso.datetime().nullable() })

/** A stored body for reading: the same members with line breaks, and the moment its author stated (ISO 8601 UTC). Null: it is no longer an event. */
export function showBody(body: string): { pretty: string; statedAt: string | null } | null {
  try {
    const event: unknown = JSON.parse(body)
    const { statedAt } = Shown.parse(event)
    return { pretty: JSON.stringify(event, null, 2), statedAt }
  } catch {
    return null
  }
}

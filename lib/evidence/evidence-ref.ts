/**
 * How evidence is named: `#31` a run, `obs-4` an observation, `code-2` a code reference.
 * The same text is typed in reasons, stored in events and used in addresses.
 */
export type EvidenceKind = 'run' | 'observation' | 'code'
export type EvidenceRef = string

const PREFIX = { run: '#', observation: 'obs-', code: 'code-' } satisfies Record<EvidenceKind, string>
const SHAPES = [
  { kind: 'run', shape: /^#([1-9]\d{0,8})$/ },
  { kind: 'observation', shape: /^obs-([1-9]\d{0,8})$/ },
  { kind: 'code', shape: /^code-([1-9]\d{0,8})$/ },
] as const

export const evidenceRef = (kind: EvidenceKind, number: number): EvidenceRef => `${PREFIX[kind]}${number}`

/** Null when the text names no evidence. */
export function parseEvidenceRef(ref: string): { kind: EvidenceKind; number: number } | null {
  for (const { kind, shape } of SHAPES) {
    const match = shape.exec(ref)
    if (match) return { kind, number: Number(match[1]) }
  }
  return null
}

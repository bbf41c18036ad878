/** One line of the ledger, without its content: what stays readable when a body is damaged. `hash` as 64 hex digits. */
export type LedgerEntry = {
  seq: number
  kind: string
  actor: string
  role: string
  phase: string | null
  failure: string | null
  subject: string | null
  recordedAt: string
  hash: string
}

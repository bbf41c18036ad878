/** Why something was not done: a short reason for programs and tests, a sentence for people, and the form field it belongs to (null: the whole). */
export type Refusal<Reason extends string = string> = { reason: Reason; sentence: string; field: string | null }

/** What a verb answers: done, with what it produced, or refused, with the reason. A refusal is expected; a bug is thrown. */
export type Result<Value, Why = Refusal> = { ok: true; value: Value } | { ok: false; refusal: Why }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const refuse = <Why>(refusal: Why): { ok: false; refusal: Why } => ({ ok: false, refusal })
export const because = <Reason extends string>(
  reason: Reason,
  sentence: string,
  field: string | null = null,
): Refusal<Reason> => ({ reason, sentence, field })

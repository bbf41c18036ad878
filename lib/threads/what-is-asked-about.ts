/** The names in a phase that a question can be about; the facts of a phase have them all. */
export type NamesOnRecord = {
  phase: string
  failures: readonly { failure: string }[]
  gates: readonly { gate: string }[]
  claims: readonly { gate: string }[]
  evidence: readonly { kind: string; ref: string; failure: string }[]
  findings: readonly { finding: string; failure: string }[]
}

export type AskedAbout = {
  kind: 'claim' | 'finding' | 'run' | 'failure'
  about: string
  /** The failure it concerns; null for a claim, which concerns all of them. */
  failure: string | null
}

/** Everything on record that a question can be about: claims, failures, findings, runs. A gate nobody claimed has no claim to ask about. */
export function listAskable({ claims, failures, findings, evidence }: NamesOnRecord): AskedAbout[] {
  return [
    ...claims.map(({ gate }): AskedAbout => ({ kind: 'claim', about: gate, failure: null })),
    ...failures.map(({ failure }): AskedAbout => ({ kind: 'failure', about: failure, failure })),
    ...findings.map(({ finding, failure }): AskedAbout => ({ kind: 'finding', about: finding, failure })),
    ...evidence
      .filter(({ kind }) => kind === 'run')
      .map(({ ref, failure }): AskedAbout => ({ kind: 'run', about: ref, failure })),
  ]
}

/** What an address within the phase names; null: nothing of this name is on record. */
export const whatIsAskedAbout = (names: NamesOnRecord, about: string): AskedAbout | null =>
  listAskable(names).find((one) => one.about === about) ?? null

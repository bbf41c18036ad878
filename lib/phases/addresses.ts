/** Where things stand in the app. One place, so that an address is never put together by hand. */
export const addressOf = {
  phase: (phase: string) => `/phases/${encodeURIComponent(phase)}`,
  timeline: (phase: string) => `/phases/${encodeURIComponent(phase)}/timeline`,
  failure: (phase: string, failure: string) =>
    `/phases/${encodeURIComponent(phase)}/failures/${encodeURIComponent(failure)}`,
  attachRun: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/attach-run`,
  addEvidence: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/add-evidence`,
  classify: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/classify`,
  gate: (phase: string, gate: string, failure?: string) =>
    `/phases/${encodeURIComponent(phase)}/gates/${encodeURIComponent(gate)}${failure === undefined ? '' : `?failure=${encodeURIComponent(failure)}`}`,
  claim: (phase: string, gate: string) =>
    `/phases/${encodeURIComponent(phase)}/gates/${encodeURIComponent(gate)}/claim`,
  run: (number: number) => `/runs/${number}`,
  event: (seq: number) => `/ledger/${seq}`,
} as const

/** Marks an address as the place after something was recorded: the page shows where, and its forms are fresh. */
export function afterRecording(address: string, seq: number): string {
  return `${address}${address.includes('?') ? '&' : '?'}done=${seq}#e${seq}`
}

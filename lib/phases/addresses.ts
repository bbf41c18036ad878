/** Where things stand in the app. One place, so that an address is never put together by hand. */
export const addressOf = {
  phase: (phase: string) => `/phases/${encodeURIComponent(phase)}`,
  timeline: (phase: string) => `/phases/${encodeURIComponent(phase)}/timeline`,
  failure: (phase: string, failure: string) =>
    `/phases/${encodeURIComponent(phase)}/failures/${encodeURIComponent(failure)}`,
  /** An event on its failure's timeline, which shows it first and older ones after it. */
  eventOfFailure: (phase: string, failure: string, seq: number) =>
    `${addressOf.failure(phase, failure)}?before=${seq + 1}#e${seq}`,
  attachRun: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/attach-run`,
  addEvidence: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/add-evidence`,
  classify: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/classify`,
  attachFix: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/attach-fix`,
  plan: (phase: string) => `/phases/${encodeURIComponent(phase)}/plan`,
  /** The phase in the form that teams keep, printed from the record. */
  file: (phase: string, file: 'REVIEW' | 'STATUS') =>
    `${addressOf.phase(phase)}/files/${encodeURIComponent(`${file}-${phase}.md`)}`,
  /** `gate`: the one that is defined anew. */
  defineGate: (phase: string, gate?: string) =>
    `/phases/${encodeURIComponent(phase)}/define-gate${gate === undefined ? '' : `?gate=${encodeURIComponent(gate)}`}`,
  gate: (phase: string, gate: string, failure?: string) =>
    `/phases/${encodeURIComponent(phase)}/gates/${encodeURIComponent(gate)}${failure === undefined ? '' : `?failure=${encodeURIComponent(failure)}`}`,
  claim: (phase: string, gate: string) =>
    `/phases/${encodeURIComponent(phase)}/gates/${encodeURIComponent(gate)}/claim`,
  threads: (phase: string) => `/phases/${encodeURIComponent(phase)}/threads`,
  thread: (phase: string, thread: number) => `${addressOf.threads(phase)}/${thread}`,
  /** `about`: what the question is about, by its address within the phase; `to`: whose answer is wanted. */
  ask: (phase: string, about?: string, to?: string) =>
    `${addressOf.threads(phase)}/ask${about === undefined ? '' : `?about=${encodeURIComponent(about)}`}${
      to === undefined ? '' : `${about === undefined ? '?' : '&'}to=${encodeURIComponent(to)}`
    }`,
  tokens: (phase: string) => `/phases/${encodeURIComponent(phase)}/tokens`,
  /** Asks for a run with everything to choose; `gate`: whose usual run it begins with. */
  askRun: (phase: string, failure: string, gate?: string) =>
    `${addressOf.failure(phase, failure)}/run${gate === undefined ? '' : `?gate=${encodeURIComponent(gate)}`}`,
  attachFromHost: (phase: string, failure: string) => `${addressOf.failure(phase, failure)}/attach-from-host`,
  swarm: (host?: string) => `/swarm${host === undefined ? '' : `#host-${encodeURIComponent(host)}`}`,
  /** `host`: the one that is configured anew. */
  configureHost: (host?: string) => `/swarm/configure${host === undefined ? '' : `?host=${encodeURIComponent(host)}`}`,
  run: (number: number) => `/runs/${number}`,
  event: (seq: number) => `/ledger/${seq}`,
} as const

/** Marks an address as the place after something was recorded: the page shows where, and its forms are fresh. */
export function afterRecording(address: string, seq: number): string {
  return `${address}${address.includes('?') ? '&' : '?'}done=${seq}#e${seq}`
}

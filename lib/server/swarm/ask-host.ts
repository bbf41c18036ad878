/** What pages may ask a host, each with the key of a side. None throws for what a network does. */
export { type AskOptions, askHost, type HostAnswer } from './ask.ts'
export { type Diagnosed, diagnose } from './diagnose.ts'
export { type FetchedRun, fetchHostRun } from './fetch-host-run.ts'
export { type HostRef, type HostRun, listHostRuns, listRefs } from './list-on-host.ts'
export { probeHost } from './probe-host.ts'
export { showHostKey } from './show-host-key.ts'
export type { ShownHostKey } from './ssh/show-host-key.ts'
export type { SshReason, SshRefusal } from './ssh/ssh-refusal.ts'

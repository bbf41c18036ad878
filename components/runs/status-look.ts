import type { Shape } from '#components/look/sign.tsx'
import type { Tone } from '#components/look/tone.ts'
import type { RunStatus } from '#lib/swarm/words.ts'

/** Where a run is. What has ended shows how it ended instead (`CONCLUSION_LOOK`). */
export const STATUS_LOOK = {
  queued: { word: 'queued', tone: 'none', shape: 'ring' },
  starting: { word: 'starting', tone: 'claim', shape: 'ring' },
  running: { word: 'running', tone: 'claim', shape: 'half' },
  unreachable: { word: 'unreachable', tone: 'stale', shape: 'triangle' },
  ended: { word: 'ended', tone: 'none', shape: 'disc' },
  dropped: { word: 'never started', tone: 'none', shape: 'dash' },
} satisfies Record<RunStatus, { word: string; tone: Tone; shape: Shape }>

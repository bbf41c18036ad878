/** The sentence that stands on every page in practice mode. */
export const PRACTICE_WORDS =
  'an embedded phase to learn with, reachable from this machine only. Nothing here is about a real swarm.'

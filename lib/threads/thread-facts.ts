import type { Role } from '#lib/people/roles.ts'
import type { Mark } from '#lib/phases/phase-facts.ts'

/** Something said in a thread, by whom, when. */
export type ThreadMessage = Mark & { text: string }

/** A question and all that was said to it. The mark is the question's: who asked, in which role, when. */
export type ThreadFacts = Mark & {
  thread: number
  /** By its address within the phase: `M1`, `F-redfix-1`, `#31`, `mumble`. */
  about: string
  /** Null: the claim on a gate, which concerns all failures. */
  failure: string | null
  askedOf: Role
  /** The role that whoever asked holds now; null: none any more. */
  askerHolds: Role | null
  /** In order, the question first. */
  messages: ThreadMessage[]
  /** `at`: ISO 8601 UTC. */
  settled: { seq: number; person: string; at: string } | null
}

/** The same as one person has it before them; `unread` are the seqs of what others said since they last looked. */
export type ThreadAsRead = ThreadFacts & { unread: number[] }

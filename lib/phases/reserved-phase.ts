/** Words that stand in addresses where the id of a phase stands: /phases/open is the form that opens one. */
const RESERVED: readonly string[] = ['open']

/** Null, or the sentence that says why no phase can have this id (in small letters). */
export const whyReserved = (phase: string): string | null =>
  RESERVED.includes(phase) ? `“${phase}” cannot be the name of a phase here.` : null

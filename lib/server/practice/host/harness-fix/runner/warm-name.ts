/** The name and the domain of a recipe's canonical: the app that is kept, and that a promote advances. No live service has such a domain. */
export function warmName(recipe: string): { stack: string; domain: string } {
  return { stack: `warm-${recipe}`, domain: `warm-${recipe}.practice.test` }
}

/** Canonicals that go on serving after a promote; the others only keep their volume. */
export const AWAKE: readonly string[] = ['bluesky-pds']

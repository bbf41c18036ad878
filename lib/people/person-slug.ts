const LONGEST = 32

/** The readable half of a person's id, from the name: `Zoë O'Neill` is `zoe-o-neill`. At most 32 letters; `person` where no letter is left. */
export function personSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'person' : slug
}

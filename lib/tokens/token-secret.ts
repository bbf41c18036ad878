/** `gh_<id of the token>_<32 random bytes as base64url>`: the id can be named, the rest is the secret. */
const SECRET = /^gh_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/

export const writeSecret = (token: string, random: string): string => `gh_${token}_${random}`

/** The token's id; null when this is no token at all. */
export const tokenIdOf = (secret: string): string | null => SECRET.exec(secret)?.[1] ?? null

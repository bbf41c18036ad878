/** Characters. Long enough that guessing at 10 tries in 5 minutes is hopeless; the upper bound keeps hashing cheap. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const

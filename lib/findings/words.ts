/** Where a finding stands: the Builder addresses it, only an Adversary closes it (DOMAIN 2). */
export const findingStandings = ['open', 'addressed', 'closed'] as const
export type FindingStanding = (typeof findingStandings)[number]

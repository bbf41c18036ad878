import type { AttachedRun } from '#lib/runs/attached-run.ts'

/** Who left a run out where no person did. */
export const EXCLUDED_BY_RULE = 'gatehouse'

/** Why a run that was started here counts for nothing (DOMAIN 2.7); null: it counts. Nothing takes this back. */
export function leftOutByRule({ supervised }: Pick<AttachedRun, 'supervised'>): string | null {
  const causes = supervised?.contaminated ?? []
  return causes.length === 0 ? null : `Contaminated: ${causes.join(' ')}`
}

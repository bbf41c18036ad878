import type { HostSample } from './swarm-facts.ts'

export type MeasuredSample = HostSample & { cpu: number }

/** The samples with a measured pressure, in the order given, parted where one was not measured: what nobody measured is no nought. */
export function measuredStretches(samples: readonly HostSample[]): MeasuredSample[][] {
  const stretches: MeasuredSample[][] = [[]]
  for (const { cpu, ...sample } of samples) {
    if (cpu === null) stretches.push([])
    else stretches.at(-1)?.push({ ...sample, cpu })
  }
  return stretches.filter(({ length }) => length > 0)
}

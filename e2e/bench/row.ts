/** One line of the table. `measured`, `bound` and `baseline` in the same unit; a null bound promises nothing and is shown for comparison. */
export type Row = {
  what: string
  unit: 'ms' | 'kB' | 'MiB'
  measured: number
  bound: number | null
  baseline: number
  against: string
}

const HEAD = ['what', 'measured', 'bound', 'baseline', 'holds?']
/** Words lean to the left, numbers to the right. */
const LEFT = [0, 4]

/** The rows as aligned text, each figure beside its bound and what it is compared with. */
export function printTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  const padded = lines.map((cells) =>
    cells.map((cell, column) => pad(cell, widths[column] ?? 0, LEFT.includes(column))).join('   '),
  )
  return padded.map((line) => line.trimEnd()).join('\n')
}

export const isOver = ({ measured, bound }: Row): boolean => bound !== null && measured > bound

function cellsOf(row: Row): string[] {
  const { what, unit, measured, bound, baseline, against } = row
  const figure = (value: number) => `${value.toFixed(1)} ${unit}`
  const holds = bound === null ? 'no bound' : isOver(row) ? `OVER by ${figure(measured - bound)}  <<<` : 'yes'
  return [what, figure(measured), bound === null ? '' : figure(bound), `${against} ${figure(baseline)}`, holds]
}

const pad = (text: string, width: number, left: boolean) => (left ? text.padEnd(width) : text.padStart(width))

import type { PhaseCopy } from './phase-copy.ts'
import { onOneLine, quote } from './quoted-words.ts'
import { stamp } from './stamp.ts'

/** What imported files said of gates. It satisfied nothing, so here it is no verdict either: no heading, and quoted. */
export function printStated({ facts: { statedVerdicts } }: PhaseCopy): string[] {
  if (statedVerdicts.length === 0) return []
  return [
    ...['## Stated by imported files (judged nothing in this record)', ''],
    ...statedVerdicts.flatMap(({ gate, failure, words, statedAt, text, seq }) => [
      `- ${gate}${failure === null ? '' : `, ${failure}`}: “${onOneLine(words)}”, ${statedAt === null ? 'no time stated' : `stated for ${stamp(statedAt)}`} (event ${seq})`,
      ...quote(text, '  '),
    ]),
    '',
  ]
}

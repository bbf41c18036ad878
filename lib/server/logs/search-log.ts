import { HEAD_BYTES, type LineIndex, type LineMark } from './line-index.ts'
import type { LogSource } from './log-source.ts'
import { scanBlock } from './scan-block.ts'

/** So many hits are counted; then it is said that there are more. */
export const MOST_HITS = 10_000
/** A block is this long at most, and the line that goes beyond is looked at as far as it is shown. */
const BLOCK_BYTES = 2 ** 20 + HEAD_BYTES

/**
 * A search through a whole log, a block at a time, in turns with everything else. What is found shows at once: `hits` (numbers of lines, in order)
 * grow until `done`; `searched`: the lines looked through so far.
 */
export type LogSearch = {
  readonly hits: readonly number[]
  readonly searched: number
  readonly lineCount: number
  readonly state: 'searching' | 'done' | 'more' | 'failed'
  /** When it is over, however. Never fails. */
  readonly over: Promise<void>
}

export function searchLog(source: LogSource, index: LineIndex, needle: string): LogSearch {
  const search = {
    hits: [] as number[],
    searched: 0,
    lineCount: index.lineCount,
    state: 'searching' as LogSearch['state'],
    over: Promise.resolve(),
  }
  const marks = index.marks.filter(({ line }) => line <= index.lineCount)
  const scan = async () => {
    for (const [at, mark] of marks.entries()) {
      const end = Math.min(marks[at + 1]?.offset ?? index.size, mark.offset + BLOCK_BYTES)
      search.hits.push(...scanBlock(await blockOf(source, mark, end), mark, needle))
      search.searched = (marks[at + 1]?.line ?? index.lineCount + 1) - 1
      if (search.hits.length >= MOST_HITS) {
        search.state = 'more'
        return
      }
    }
    search.state = 'done'
  }
  search.over = scan().catch((error) => {
    search.state = 'failed'
    console.error('A log could not be searched:', error)
  })
  return search
}

async function blockOf(source: LogSource, mark: LineMark, end: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source.bytes(mark.offset, end, BLOCK_BYTES)) chunks.push(chunk)
  const [only] = chunks
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
}

import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FeedBatch, type FeedLine, spansOf } from '#lib/logs/feed-line.ts'
import { LogFeed } from './log-feed.ts'
import { logStream } from './log-stream.ts'
import { SpoolLog } from './spool-log.ts'

export const textOf = (line: FeedLine): string =>
  spansOf(line)
    .map(({ text }) => text)
    .join('')

/** A growing log in a folder of its own. Its record is empty: set GATEHOUSE_DATA first. */
export async function aSpool() {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-spool-'))
  await mkdir(join(folder, 'run'))
  const log = new SpoolLog(join(folder, 'run'))
  const feed = new LogFeed(log)
  return {
    log,
    feed,
    append: (text: string | Buffer) => appendFile(log.file, text),
    end: () => writeFile(join(folder, 'run', 'ended'), ''),
    follow: (from = 0, mostLines: number | null = null) => follow(log, feed, from, mostLines),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A reader as a browser is one: keeps what came, and how far it is. */
function follow(log: SpoolLog, feed: LogFeed, from: number, mostLines: number | null) {
  const abort = new AbortController()
  const stream = logStream({ feed, source: log.source() }, { byte: from, mostLines }, 'redfix', abort.signal)
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  const seen = {
    lines: [] as FeedLine[],
    parts: [] as string[],
    partials: [] as string[],
    at: from,
    ended: false,
    over: false,
  }
  const told = new Set<() => void>()
  const take = (block: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
    if (field('id') !== '') seen.at = Number(field('id'))
    if (field('event') === 'end') seen.ended = true
    if (field('event') === 'partial') seen.partials.push(textOf(JSON.parse(field('data'))))
    if (field('event') !== 'lines') return
    const batch: FeedBatch = JSON.parse(field('data'))
    seen.lines.push(...batch.lines)
    seen.parts.push(...(batch.parts ?? []).map(({ line, title }) => `${line} ${title}`))
  }
  const reading = (async () => {
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) take(block)
      for (const tell of told) tell()
    }
    seen.over = true
    for (const tell of told) tell()
  })()
  return {
    seen,
    texts: () => seen.lines.map(textOf),
    /** Until this holds of what came. */
    until: (holds: () => boolean) =>
      new Promise<void>((resolve, reject) => {
        const failing = setTimeout(
          () => reject(new Error(`Waited in vain; came: ${JSON.stringify(seen).slice(-500)}`)),
          10_000,
        )
        const look = () => {
          if (!holds()) return
          told.delete(look)
          clearTimeout(failing)
          resolve()
        }
        told.add(look)
        look()
      }),
    leave: async () => {
      abort.abort()
      await reading
    },
  }
}

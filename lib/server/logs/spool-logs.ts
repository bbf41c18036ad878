import { join } from 'node:path'
import { readConfiguration } from '../configuration.ts'
import { once } from '../once.ts'
import { LogFeed } from './log-feed.ts'
import { SpoolLog } from './spool-log.ts'

type Held = { log: SpoolLog; feed: LogFeed }

/** So many runs are under way, or were looked at lately; what is forgotten is indexed again when somebody asks. */
const MOST_HELD = 16

const shelf = () => once('spool-logs', () => new Map<number, Held>())

/** Where the supervisor writes what a run prints, and where it says that the run has ended. */
export const spoolFolder = (run: number): string =>
  join(/* turbopackIgnore: true */ readConfiguration().dataFolder, 'runs', String(run))

function held(run: number): Held {
  const known = shelf()
  const found = known.get(run)
  if (found !== undefined) known.delete(run)
  else for (const [other, { feed }] of known) if (known.size >= MOST_HELD && !feed.followed) known.delete(other)
  const log = found?.log ?? new SpoolLog(spoolFolder(run))
  const entry = found ?? { log, feed: new LogFeed(log) }
  known.set(run, entry)
  return entry
}

/** The growing log of a run, one per process. */
export const spoolLog = (run: number): SpoolLog => held(run).log

/** Its one reader, for all who follow it. */
export const logFeed = (run: number): LogFeed => held(run).feed

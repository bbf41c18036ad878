import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { because, ok, type Refusal, type Result, refuse } from '#lib/result.ts'
import { refusalOfDisk } from '../blobs/blob-refusal.ts'
import { IDLE_MS } from './fetch-artifact.ts'
import type { RunOnHost } from './run-on-host.ts'
import { streamHost } from './stream-host.ts'

/** Fetches a log from its beginning into a file beside the spool; answers with its path. */
export async function fetchWholeLog(
  on: RunOnHost,
  folder: string,
  name: string,
  bytes: number,
): Promise<Result<string, Refusal>> {
  const opened = await streamHost(on.host, on.side, ['tail', on.id, '0'])
  if (!opened.ok) return opened
  const channel = opened.value
  channel.send('')
  const file = join(/* turbopackIgnore: true */ folder, name)
  let size = 0
  try {
    await pipeline(
      channel.out(IDLE_MS),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length
          if (size > bytes) return // more than the host says there is: no use in taking it
          yield chunk
        }
      },
      createWriteStream(/* turbopackIgnore: true */ file, { mode: 0o600 }),
    )
  } catch (error) {
    channel.close()
    return refuse({ ...refusalOfDisk(error), field: null })
  }
  if (size > bytes) {
    channel.close()
    return ok(file)
  }
  const { code, lost } = await channel.ended
  return code === null ? refuse(lost ?? because('cut', `${on.host} broke off in the middle of the log.`)) : ok(file)
}

import { because } from '#lib/result.ts'
import type { RunOnHost } from './run-on-host.ts'
import type { Spool } from './spool.ts'
import type { ChannelEnd, HostChannel } from './ssh/host-channel.ts'
import { streamHost } from './stream-host.ts'

export type Follower = {
  on: RunOnHost
  spool: Spool
  /** In bytes: no more than this is taken. */
  capBytes: number
  opened: (channel: HostChannel) => void
  grew: () => void
}

/** `capped`: the host sent more than the cap, and what came after is not here. */
export type Followed = ChannelEnd & { capped: boolean }

/**
 * Appends what the host has of a log from the spool's length on, and what it writes meanwhile, until the run is over or the channel is cut.
 * Each chunk is in the file before the next is asked for. Throws what the spool throws.
 */
export async function followLog({ on, spool, capBytes, opened, grew }: Follower): Promise<Followed> {
  const channel = await streamHost(on.host, on.side, ['tail', on.id, String(spool.size)])
  if (!channel.ok) return { code: null, err: '', lost: channel.refusal, capped: false }
  opened(channel.value)
  channel.value.send('')
  try {
    for await (const chunk of channel.value.out()) {
      const room = capBytes - spool.size
      await spool.write(chunk.length > room ? chunk.subarray(0, room) : chunk)
      grew()
      if (chunk.length > room) return { code: null, err: '', lost: null, capped: true }
    }
  } catch (error) {
    channel.value.close()
    if (!isOfDisk(error)) throw error
    const lost = because('cut' as const, 'The log cannot be written here: the disk failed. It is tried again.')
    return { code: null, err: '', lost, capped: false }
  }
  return { ...(await channel.value.ended), capped: false }
}

const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))

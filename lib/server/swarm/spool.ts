import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** At most so much of a log is lost when the power goes; it comes again from the host. */
const SYNC_MS = 1_000
const FULL = ['ENOSPC', 'EDQUOT']

/** Asked when the disk has no room: it waits, and throws when nobody wants to wait any longer. */
export type WhenFull = () => Promise<void>

/** The log of a run as it comes: `<folder>/log` only grows, and `<folder>/ended` says that nothing more does. Sizes in bytes. */
export class Spool {
  readonly folder: string
  readonly #handle: FileHandle
  readonly #whenFull: WhenFull
  readonly #syncing: NodeJS.Timeout
  #size: number
  #synced: number

  private constructor(folder: string, handle: FileHandle, size: number, whenFull: WhenFull) {
    this.folder = folder
    this.#handle = handle
    this.#size = size
    this.#synced = 0
    this.#whenFull = whenFull
    // A disk that cannot be written makes itself felt at the next write or at `sync`.
    this.#syncing = setInterval(() => void this.sync().catch(() => {}), SYNC_MS)
  }

  /** Goes on where it was left. */
  static async open(folder: string, whenFull: WhenFull): Promise<Spool> {
    await mkdir(/* turbopackIgnore: true */ folder, { recursive: true, mode: 0o700 })
    const handle = await open(/* turbopackIgnore: true */ join(folder, 'log'), 'a+', 0o600)
    return new Spool(folder, handle, (await handle.stat()).size, whenFull)
  }

  get file(): string {
    return join(/* turbopackIgnore: true */ this.folder, 'log')
  }

  get size(): number {
    return this.#size
  }

  /** Once it returns the bytes are in the file, however long the disk was full. */
  async write(chunk: Uint8Array): Promise<void> {
    for (let at = 0; at < chunk.byteLength; ) {
      try {
        const { bytesWritten } = await this.#handle.write(chunk, at)
        at += bytesWritten
        this.#size += bytesWritten
      } catch (error) {
        if (!isFull(error)) throw error
        await this.#whenFull()
      }
    }
  }

  async sync(): Promise<void> {
    if (this.#synced === this.#size) return
    const size = this.#size
    await this.#handle.datasync()
    this.#synced = size
  }

  async close(): Promise<void> {
    clearInterval(this.#syncing)
    await this.sync().catch(() => {})
    await this.#handle.close()
  }
}

export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && FULL.includes(error.code)

/** Nothing more comes: whoever follows the log may stop. */
export const markEnded = async (folder: string): Promise<void> => {
  await mkdir(/* turbopackIgnore: true */ folder, { recursive: true, mode: 0o700 })
  await writeFile(/* turbopackIgnore: true */ join(folder, 'ended'), '')
}

/** Puts another copy of the log in its place. */
export const replaceLog = (folder: string, from: string): Promise<void> =>
  rename(/* turbopackIgnore: true */ join(folder, from), /* turbopackIgnore: true */ join(folder, 'log'))

export const removeCopy = (folder: string, name: string): Promise<void> =>
  rm(/* turbopackIgnore: true */ join(folder, name), { force: true })

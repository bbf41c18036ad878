import type { Readable } from 'node:stream'

/** A node stream as the body of a response: read as the client reads, destroyed when it goes away. */
export function streamOf(readable: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = readable[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel() {
      readable.destroy()
    },
  })
}

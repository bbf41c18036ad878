import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [number, number, number]

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** A PNG of vertical bars, one per colour, 320 x 60 pixels. */
export function bars(colours: readonly Colour[]): Buffer {
  const [width, height] = [320, 60]
  const row = Buffer.alloc(1 + width * 3)
  for (let x = 0; x < width; x++) {
    const place = (x * colours.length) / width
    const gap = place % 1 > 0.94
    const [r, g, b] = gap ? [255, 255, 255] : (colours[Math.floor(place)] ?? [200, 200, 200])
    row.set([r, g, b], 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

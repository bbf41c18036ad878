import type { LineIndex, LineMark } from './line-index.ts'

/** `<digest>.lines`: a magic word, then doubles: size, line count, and line and offset of each mark. Doubles are exact to 2^53. */
const MAGIC = Buffer.from('GHLINES1')

export function writeMarks(index: LineIndex): Buffer {
  const numbers = [index.size, index.lineCount, ...index.marks.flatMap((mark) => [mark.line, mark.offset])]
  const bytes = Buffer.alloc(MAGIC.length + numbers.length * 8)
  MAGIC.copy(bytes)
  for (const [at, number] of numbers.entries()) bytes.writeDoubleLE(number, MAGIC.length + at * 8)
  return bytes
}

/** Null when these bytes are no whole index: then it is built again. */
export function readMarks(bytes: Buffer): LineIndex | null {
  const body = bytes.length - MAGIC.length
  if (body < 16 || body % 16 !== 0 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const size = bytes.readDoubleLE(MAGIC.length)
  const lineCount = bytes.readDoubleLE(MAGIC.length + 8)
  const marks: LineMark[] = []
  for (let at = MAGIC.length + 16; at < bytes.length; at += 16) {
    const mark = { line: bytes.readDoubleLE(at), offset: bytes.readDoubleLE(at + 8) }
    const before = marks.at(-1) ?? { line: 0, offset: -1 }
    if (!(mark.line > before.line && mark.offset > before.offset && mark.offset <= size)) return null
    marks.push(mark)
  }
  if (lineCount > 0 && marks[0]?.line !== 1) return null
  return { size, lineCount, marks }
}

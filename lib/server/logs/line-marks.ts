import { z } from 'zod'
import type { LineIndex, LineMark } from './line-index.ts'

/**
 * `<digest>.lines`: a magic word, then doubles: size, line count, number of marks, and line and offset of each mark; then the outline as
 * JSON. Doubles are exact to 2^53.
 */
const MAGIC = Buffer.from('GHLINES2')
const HEAD_NUMBERS = 3
const Outline = z.array(z.object({ line: z.int().min(1), title: z.string() }))

export function writeMarks(index: LineIndex): Buffer {
  const marks = index.marks.filter((mark) => mark.line <= index.lineCount)
  const numbers = [index.size, index.lineCount, marks.length, ...marks.flatMap((mark) => [mark.line, mark.offset])]
  const bytes = Buffer.alloc(MAGIC.length + numbers.length * 8)
  MAGIC.copy(bytes)
  for (const [at, number] of numbers.entries()) bytes.writeDoubleLE(number, MAGIC.length + at * 8)
  return Buffer.concat([bytes, Buffer.from(JSON.stringify(index.outline))])
}

/** Null when these bytes are no whole index: then it is built again. */
export function readMarks(bytes: Buffer): LineIndex | null {
  const marksAt = MAGIC.length + HEAD_NUMBERS * 8
  if (bytes.length < marksAt || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const [size = 0, lineCount = 0, markCount = 0] = [0, 1, 2].map((nth) => bytes.readDoubleLE(MAGIC.length + nth * 8))
  const outlineAt = marksAt + markCount * 16
  if (!(outlineAt <= bytes.length)) return null
  const marks: LineMark[] = []
  for (let at = marksAt; at < outlineAt; at += 16) {
    const mark = { line: bytes.readDoubleLE(at), offset: bytes.readDoubleLE(at + 8) }
    const before = marks.at(-1) ?? { line: 0, offset: -1 }
    if (!(mark.line > before.line && mark.offset > before.offset && mark.offset <= size)) return null
    marks.push(mark)
  }
  if (lineCount > 0 && marks[0]?.line !== 1) return null
  const outline = readOutline(bytes.toString('utf8', outlineAt))
  return outline === null ? null : { size, lineCount, marks, outline }
}

function readOutline(text: string): LineIndex['outline'] | null {
  try {
    return Outline.parse(JSON.parse(text))
  } catch {
    return null
  }
}

import { basename, dirname } from 'node:path'

/** What a process did to the files of one folder, in order. Names are those in the folder; `sync` of '.' is that of the folder itself. */
export type Step =
  | { call: 'open'; name: string; emptied: boolean }
  | { call: 'write'; name: string; at: number; bytes: Buffer }
  | { call: 'truncate'; name: string; size: number }
  | { call: 'sync'; name: string }
  | { call: 'unlink'; name: string }
  | { call: 'say'; text: string }

/** The calls to trace: those that are understood, and those that would have to be, should SQLite or Node ever make them. */
export const TRACED =
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,sync_file_range,ftruncate,truncate,fallocate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,sendfile,copy_file_range'

const LINE = /^(\w+)\((.*)\) += (-?\d+)/
const STRING = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/
const DESCRIPTOR = /^(\d+)<((?:\\x[0-9a-f]{2})*)>/

/**
 * Reads what `strace -y -xx` wrote, with every byte in hexadecimal. Calls that failed and other folders are passed over; throws on a call
 * in this folder that it does not understand, for then the replay would be another story.
 */
export const parseTrace = (trace: string, folder: string): Step[] =>
  trace.split('\n').flatMap((line) => {
    const [, call = '', given = '', result = '-1'] = LINE.exec(line) ?? []
    return Number(result) < 0 ? [] : (stepOf(call, given, Number(result), folder) ?? [])
  })

function stepOf(call: string, given: string, result: number, folder: string): Step | null {
  const [, descriptor = '', place = ''] = DESCRIPTOR.exec(given) ?? []
  const [, string = '', cutOff] = STRING.exec(given) ?? []
  if (call === 'write' && descriptor === '1') return { call: 'say', text: bytesOf(string).toString() }
  const path = bytesOf(descriptor === '' ? string : place).toString()
  const name = path === folder ? '.' : dirname(path) === folder ? basename(path) : null
  if (name === null) return null
  const numbers = given.split(', ').map(Number)
  switch (call) {
    case 'openat':
      return name === '.' ? null : { call: 'open', name, emptied: given.includes('O_TRUNC') }
    case 'pwrite64':
      if (cutOff) throw new Error('strace cut the bytes of a write off: give it a larger -s.')
      return { call: 'write', name, at: numbers.at(-1) ?? Number.NaN, bytes: bytesOf(string).subarray(0, result) }
    case 'ftruncate':
      return { call: 'truncate', name, size: numbers.at(-1) ?? Number.NaN }
    case 'fsync':
    case 'fdatasync':
      return { call: 'sync', name }
    case 'unlink':
      return { call: 'unlink', name }
    default:
      throw new Error(`The replay does not know ${call}, which was done to ${name}.`)
  }
}

const bytesOf = (escaped: string): Buffer => Buffer.from(escaped.replaceAll('\\x', ''), 'hex')

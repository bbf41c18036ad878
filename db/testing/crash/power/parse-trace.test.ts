import { expect, test } from 'vitest'
import { parseTrace } from './parse-trace.ts'

const FOLDER = '/data'
const hex = (text: string): string => Buffer.from(text).toString('hex').replaceAll(/../g, '\\x$&')
const fd = (path: string): string => `3<${hex(path)}>`
const path = (text: string): string => `AT_FDCWD<${hex('/home')}>, "${hex(text)}"`

test.each([
  [
    'a write at its place',
    `pwrite64(${fd('/data/a')}, "${hex('xyz')}", 3, 4096) = 3`,
    { call: 'write', name: 'a', at: 4096, bytes: Buffer.from('xyz') },
  ],
  [
    'the part of a write that was done',
    `pwrite64(${fd('/data/a')}, "${hex('xyz')}", 3, 0) = 2`,
    { call: 'write', name: 'a', at: 0, bytes: Buffer.from('xy') },
  ],
  [
    'an opening',
    `openat(${path('/data/a')}, O_RDWR|O_CREAT, 0644) = 3<${hex('/data/a')}>`,
    { call: 'open', name: 'a', emptied: false },
  ],
  [
    'an opening that empties',
    `openat(${path('/data/a')}, O_RDWR|O_TRUNC) = 3<${hex('/data/a')}>`,
    { call: 'open', name: 'a', emptied: true },
  ],
  ['a file cut short', `ftruncate(${fd('/data/a')}, 512) = 0`, { call: 'truncate', name: 'a', size: 512 }],
  ['a sync', `fdatasync(${fd('/data/a')}) = 0`, { call: 'sync', name: 'a' }],
  ['a sync of the folder', `fsync(${fd('/data')}) = 0`, { call: 'sync', name: '.' }],
  ['a removal', `unlink("${hex('/data/a')}") = 0`, { call: 'unlink', name: 'a' }],
  ['what was said', `write(1<${hex('pipe:[7]')}>, "${hex('7 b\n')}", 4) = 4`, { call: 'say', text: '7 b\n' }],
])('reads %s', (_, line, step) => expect(parseTrace(line, FOLDER)).toEqual([step]))

test.each([
  ['a call that failed', `unlink("${hex('/data/a')}") = -1 ENOENT (No such file or directory)`],
  ['a write elsewhere', `pwrite64(${fd('/elsewhere/a')}, "${hex('xyz')}", 3, 0) = 3`],
  ['what was said to nobody', `write(2<${hex('pipe:[7]')}>, "${hex('Warning')}", 7) = 7`],
  ['an opening of the folder', `openat(${path('/data')}, O_RDONLY) = 3<${hex('/data')}>`],
  ['a signal', '--- SIGCHLD {si_signo=SIGCHLD} ---'],
  ['the end', '+++ exited with 0 +++'],
])('passes over %s', (_, line) => expect(parseTrace(line, FOLDER)).toEqual([]))

test.each([
  ['a call it does not know', `rename("${hex('/data/a')}", "${hex('/data/b')}") = 0`, 'does not know rename'],
  ['bytes that were cut off', `pwrite64(${fd('/data/a')}, "${hex('xy')}"..., 3, 0) = 3`, 'larger -s'],
])('refuses %s', (_, line, words) => expect(() => parseTrace(line, FOLDER)).toThrow(words))

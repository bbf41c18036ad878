import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

/** Who makes an action or a route that asks for a permission; `permission` is a required field of what they are given, or of each row. */
const GUARDED = [
  ...['defineAction', 'defineHostAction', 'defineLinkAction', 'defineTokenAction', 'defineRoute', 'defineUpload'],
  ...['readingDoor', 'verbDoor', 'blobDoor'],
]

/** Actions anybody may send, each with its reason. */
const OPEN_ACTIONS: Record<string, string> = {
  submitSignIn: 'whoever signs in is nobody yet; attempts are counted',
  submitEnterPractice: 'practice mode only, which answers loopback only',
  submitSignOut: 'ends the session of whoever sends it, and no other',
  submitJoin: 'whoever joins is nobody yet; the one-time link is the permission',
  submitTakeRole: 'the one-time link is the permission; it names the role',
}

/** Route handlers anybody may ask, each with its reason. */
const OPEN_ROUTES: Record<string, string> = {
  'GET app/api/v1/openapi.json/route.ts':
    'what the door for programs takes and answers; it tells nothing of the record',
  'GET app/api/watch/[key]/route.ts': 'the key of the watch page is the permission; it says one number',
}

const EXPORT = /^export (?!type\b).*$/gm
const ACTION = /^export const (\w+)(?:: [\w<>, ]+)? = (define\w*Action)\b/
const METHOD = /^export (?:const|(?:async )?function) (GET|HEAD|POST|PUT|PATCH|DELETE)\b(?: = (\w+))?.*$/gm

const exportsOf = (code: string): string[] => [...code.matchAll(EXPORT)].map(([line]) => line)

describe('server actions', () => {
  const files = sourceFiles.filter((file) => file.directive === 'use server')

  test('each is made by defineAction or one of its kin', () => {
    const bare = files.flatMap(({ path, code }) =>
      exportsOf(code).flatMap((line) => (ACTION.test(line) ? [] : `${path}: ${line}`)),
    )
    expect(bare).toEqual([])
  })

  test('each names its permission, or says in this file why it needs none', () => {
    const open = files.flatMap(({ code }) =>
      exportsOf(code).flatMap((line) => {
        const [, name = '', maker] = ACTION.exec(line) ?? []
        return maker === undefined || GUARDED.includes(maker) ? [] : [name]
      }),
    )
    expect(open.toSorted()).toEqual(Object.keys(OPEN_ACTIONS).toSorted())
  })

  test('none hides inside another file', () => {
    const hidden = sourceFiles.filter(
      ({ path, code, directive }) =>
        !path.startsWith('e2e/') && directive !== 'use server' && code.includes("'use server'"),
    )
    expect(hidden.map(({ path }) => path)).toEqual([])
  })
})

describe('routes', () => {
  const methods = sourceFiles
    .filter(({ path }) => path.startsWith('app/') && /\/route\.tsx?$/.test(path))
    .flatMap(({ path, code }) => [...code.matchAll(METHOD)].map(([, method, maker]) => ({ method, path, maker })))

  test('each names its permission, or says in this file why it needs none', () => {
    const open = methods.filter(({ maker }) => maker === undefined || !GUARDED.includes(maker))
    expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(Object.keys(OPEN_ROUTES).toSorted())
  })
})

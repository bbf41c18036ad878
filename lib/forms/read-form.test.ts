import { describe, expect, it } from 'vitest'
import { fieldsOf, readForm } from './read-form.ts'

const plain = (entries: [string, unknown][]): unknown => JSON.parse(JSON.stringify(readForm(fieldsOf(entries))))

describe('reading a form', () => {
  it.each<[string, [string, unknown][], unknown]>([
    ['keeps plain fields', [['reason', 'because']], { reason: 'because' }],
    [
      'keeps every value of a list',
      [
        ['cites[]', '#1'],
        ['cites[]', '#2'],
      ],
      { cites: ['#1', '#2'] },
    ],
    ['makes a list of one a list', [['cites[]', '#1']], { cites: ['#1'] }],
    ['leaves the empty choice out of a list', [['cites[]', '']], { cites: [] }],
    [
      'nests by dots',
      [
        ['parts.mumble.what', 'flaky'],
        ['parts.mumble.how', 'run'],
      ],
      { parts: { mumble: { what: 'flaky', how: 'run' } } },
    ],
    [
      'drops the framework’s own keys',
      [
        ['$ACTION_ID_1', 'x'],
        ['a', 'b'],
      ],
      { a: 'b' },
    ],
    ['drops files', [['log', new Blob()]], {}],
    ['folds line ends to one kind', [['text', 'a\r\nb']], { text: 'a\nb' }],
    ['takes a hostile name as a name', [['__proto__.x', '1']], { ['__proto__']: { x: '1' } }],
  ])('%s', (_, entries, tree) => {
    expect(plain(entries)).toEqual(tree)
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })
})

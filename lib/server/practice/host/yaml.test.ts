import { expect, test } from 'vitest'
import { parseYaml } from './harness/runner/yaml.ts'

test.each([
  [
    'maps and lists',
    'services:\n  app:\n    expose: ["3000"]\n    networks:\n      - proxy\n',
    { services: { app: { expose: ['3000'], networks: ['proxy'] } } },
  ],
  ['a list at the column of its key', 'volumes:\n- a\n- b\n', { volumes: ['a', 'b'] }],
  [
    'a map behind a dash',
    'configs:\n  - source: x\n    target: /y\n  - source: z\n',
    { configs: [{ source: 'x', target: '/y' }, { source: 'z' }] },
  ],
  [
    'quotes, comments, a key without a value',
    '# said\nlabels:\n  - "a=b: c"\nvolumes:\n  data:\n',
    { labels: ['a=b: c'], volumes: { data: '' } },
  ],
  ['nothing', '\n# only said\n', {}],
])('%s', (_, text, value) => expect(parseYaml(text)).toEqual(value))

test('a line that is none of them is named', () => expect(() => parseYaml('a: b\n!!! what\n')).toThrow('!!! what'))

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

const hundredths = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }).map((number) => number / 100)
const isHundredths = (number: number) => Math.abs(number) <= 1e9 && Number(number.toFixed(2)) === number

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    // JSON has no minus zero.
    fc.maxSafeInteger().map((number) => (number === 0 ? 0 : number)),
    hundredths,
    fc.string({ unit: 'binary' }),
    fc.array(tie('json')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { noNullPrototype: true }),
  ),
}))

const shuffled = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(shuffled)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, member === undefined ? undefined : shuffled(member)]),
  )
}

describe('the canonical form', () => {
  test('says what the value says, so two values never share one', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })
  test('is the same whatever the order of the keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
      }),
    )
  })
  test('of its own reading is itself', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })
  test('prints hundredths by their digits alone', () => {
    fc.assert(
      fc.property(hundredths, (number) => {
        expect(canonicalJson(number)).toMatch(/^(-?[1-9]\d*|0|-?\d+\.\d{1,2})$/)
      }),
    )
  })
  test('refuses every number that is neither a safe integer nor hundredths', () => {
    fc.assert(
      fc.property(
        fc.double().filter((number) => !Number.isSafeInteger(number) && !isHundredths(number)),
        (number) => {
          expect(() => canonicalJson({ deep: [number] })).toThrow('Neither a safe integer nor hundredths')
        },
      ),
    )
  })

  test.each<[string, Json, string]>([
    ['keys sort by code unit, not by language', { é: 1, z: 2, Z: 3, a: 4 }, '{"Z":3,"a":4,"z":2,"é":1}'],
    ['keys beyond the basic plane sort by code unit (RFC 8785)', { '\ufb33': 1, '😀': 2 }, '{"😀":2,"\ufb33":1}'],
    ['number-like keys sort as text', { 10: 1, 9: 2 }, '{"10":1,"9":2}'],
    ['members that are undefined are left out', { a: undefined, b: 1 }, '{"b":1}'],
    ['the order of a list is kept', [3, 1, 2], '[3,1,2]'],
    ['a key called __proto__ is a key', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    ['half of a pair is escaped, so that the bytes are UTF-8', '\ud83d', '"\\ud83d"'],
    ['minus zero is zero', -0, '0'],
    ['a load has two decimals', [0.8, 0.07, 12.35, -0.5], '[0.8,0.07,12.35,-0.5]'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test('undefined has none, alone or in a list', () => {
    expect(() => canonicalJson(undefined)).toThrow('undefined has no canonical form')
  })
})

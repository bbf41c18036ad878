import { describe, expect, test } from 'vitest'
import { parseSgr, readLogLine } from './log-text.ts'
import { readLogLines } from './mask-log-lines.ts'

const spans = (line: string) => parseSgr(line).map(({ text, tone }) => `${tone}: ${text}`)

describe('a log line becomes spans of text and tone', () => {
  test.each<[string, string, string[]]>([
    ['plain text', 'converged after 206 s', ['plain: converged after 206 s']],
    ['nothing', '', []],
    ['one colour', 'a \x1b[31mred\x1b[0m b', ['plain: a ', 'red: red', 'plain:  b']],
    [
      'the bright colours',
      '\x1b[91mr\x1b[92mg\x1b[93my\x1b[94mb\x1b[90md',
      ['red: r', 'green: g', 'yellow: y', 'blue: b', 'dim: d'],
    ],
    ['bold and dim', '\x1b[1mb\x1b[22mp\x1b[2md\x1b[mp', ['bold: b', 'plain: p', 'dim: d', 'plain: p']],
    ['a colour wins over bold', '\x1b[1;32mok\x1b[39m!', ['green: ok', 'bold: !']],
    ['a palette colour, and its number is no code of its own', '\x1b[38;5;1mr\x1b[38;5;202mp', ['red: r', 'plain: p']],
    ['true colour and a background are passed over', '\x1b[38;2;1;2;31mx\x1b[48;5;31my', ['plain: xy']],
    ['colons between the numbers', '\x1b[38:5:2mg', ['green: g']],
    ['neighbours of one tone are joined', '\x1b[31ma\x1b[31mb', ['red: ab']],
    ['colours without text', '\x1b[31m\x1b[0m', []],
    ['C1 control sequence', 'a\x9b31mb', ['plain: a', 'red: b']],
  ])('%s', (_, line, expected) => {
    expect(spans(line)).toEqual(expected)
  })
})

describe('everything else that a terminal would obey is dropped or shown', () => {
  test.each<[string, string, string]>([
    ['cursor moves and erasing', 'a\x1b[2Jb\x1b[1;1Hc\x1b[Kd', 'abcd'],
    ['private modes', '\x1b[?25lhidden cursor\x1b[?1049h', 'hidden cursor'],
    ['a private sequence that ends in m is no colour', '\x1b[>4;31mtext', 'text'],
    ['a window title, by BEL', '\x1b]0;PASS\x07text', 'text'],
    ['a link keeps its text and loses its address', '\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\', 'here'],
    ['a control string that never ends hides nothing', 'a\x1b]0;the rest', 'a0;the rest'],
    ['device control and application strings', '\x1bPq#0\x1b\\a\x1b_G\x1b\\b', 'ab'],
    ['a character set', '\x1b(Ba', 'a'],
    ['an escape at the very end', 'a\x1b', 'a'],
    ['an open sequence at the very end', 'a\x1b[31', 'a31'],
    ['NUL, BEL, backspace, DEL', 'a\0\x07\x08\x7fb', 'ab'],
    ['a tab stays', 'a\tb', 'a\tb'],
    ['what a carriage return would overwrite stays', 'FAILED\rPASSED', 'FAILED\\rPASSED'],
    ['right-to-left override', 'evil\u202Egpj.exe', 'evil[U+202E]gpj.exe'],
    ['isolates and marks', '\u2066a\u2069\u200Eb\u061C', '[U+2066]a[U+2069][U+200E]b[U+061C]'],
    ['zero-width space and byte order mark', 'a\u200Bb\uFEFF', 'a[U+200B]b[U+FEFF]'],
    ['tag characters, which hide words', 'a\u{E0050}', 'a[U+E0050]'],
    ['an emoji with a joiner stays whole', '👩‍🔧 ok', '👩‍🔧 ok'],
    ['a replacement character stays', 'caf\uFFFD', 'caf\uFFFD'],
    ['markup is text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', (_, line, expected) => {
    const text = parseSgr(line)
      .map((span) => span.text)
      .join('')
    expect(text).toBe(expected)
  })

  test('whatever comes, no control character but the tab is left, and it takes no time', () => {
    const alphabet = [
      '\x1b',
      '[',
      ']',
      'm',
      ';',
      '3',
      '1',
      '\x07',
      '\\',
      'P',
      '\x9b',
      '\x9d',
      'a',
      '\r',
      '\u202E',
      '\0',
    ]
    let seed = 7
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return alphabet[seed % alphabet.length] ?? ''
    }
    for (let i = 0; i < 300; i++) {
      const text = parseSgr(Array.from({ length: 500 }, next).join(''))
        .map((span) => span.text)
        .join('')
      expect(text).not.toMatch(/[^\P{Cc}\t]|\u202E/u)
    }
    parseSgr('\x1b]'.repeat(50_000))
    parseSgr('\x1b['.repeat(50_000))
  })
})

describe('secrets in a coloured line', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`

  test('are masked across colours, and the rest of the line keeps its tones', () => {
    const line = `token \x1b[33m${token.slice(0, 8)}\x1b[31m${token.slice(8)} end`
    expect(readLogLine(line)).toEqual([
      { text: 'token ', tone: 'plain' },
      { text: '[masked]', tone: 'yellow' },
      { text: ' end', tone: 'red' },
    ])
  })

  test('two in one span, and one at either end', () => {
    const line = `\x1b[32m${token} and ${token}`
    expect(readLogLine(line)).toEqual([{ text: '[masked] and [masked]', tone: 'green' }])
  })

  test('a line without one is as it was', () => {
    expect(readLogLine('all \x1b[32mgreen')).toEqual(parseSgr('all \x1b[32mgreen'))
  })
})

describe('a private key over several lines', () => {
  const body = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj', 'MzEfYyjiWA4R4==']
  const shown = (lines: string[]) => readLogLines(lines).map((line) => line.map((span) => span.text).join(''))

  test('only its first and last line are left', () => {
    expect(shown(['a', '-----BEGIN RSA PRIVATE KEY-----', ...body, '-----END RSA PRIVATE KEY-----', 'b'])).toEqual([
      'a',
      '-----BEGIN RSA PRIVATE KEY-----',
      '[masked]',
      '[masked]',
      '-----END RSA PRIVATE KEY-----',
      'b',
    ])
  })

  test('a window that begins inside one masks upwards from its end', () => {
    expect(shown([...body, '-----END PRIVATE KEY-----'])).toEqual(['[masked]', '[masked]', '-----END PRIVATE KEY-----'])
  })

  test('a window that ends inside one masks to its edge, colours or not', () => {
    expect(shown(['\x1b[31m-----BEGIN \x1b[1mPRIVATE KEY-----', '\x1b[31mMzEf'])).toEqual([
      '-----BEGIN PRIVATE KEY-----',
      '[masked]',
    ])
  })

  test('a certificate is no secret', () => {
    expect(shown(['-----BEGIN CERTIFICATE-----', 'MIID=='])).toEqual(['-----BEGIN CERTIFICATE-----', 'MIID=='])
  })
})

const COLOURS = { red: 31, green: 32, yellow: 33, blue: 34, cyan: 36, grey: 90 } as const
type Colour = keyof typeof COLOURS

const printed: string[] = []
const paint = (colour: Colour, text: string): string => `\u001b[${COLOURS[colour]}m${text}\u001b[0m`

export function line(text: string): void {
  printed.push(text)
  process.stdout.write(`${text}\n`)
}

export const boundary = (title: string): void => line(`\u001b[1m${paint('cyan', `===== ${title} =====`)}`)
export const step = (text: string): void => line(`${paint('blue', '--')} ${text}`)
export const detail = (text: string): void => {
  for (const part of text.split('\n')) line(paint('grey', `   ${part}`))
}
export const warn = (text: string): void => line(paint('yellow', `!! ${text}`))

const WORDS = {
  pass: ['green', 'PASS'],
  fail: ['red', 'FAIL'],
  skip: ['yellow', 'SKIP'],
  unver: ['yellow', 'UNVER'],
} as const
export type Status = keyof typeof WORDS

export function status(outcome: Status, text: string): void {
  const [colour, word] = WORDS[outcome]
  line(`${paint(colour, word.padEnd(5))} ${text}`)
}

/** True when this secret went into the log. */
export const wasPrinted = (secret: string): boolean => printed.some((text) => text.includes(secret))
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

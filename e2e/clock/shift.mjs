// Preloaded into the server under test (NODE_OPTIONS=--import): its clock runs ahead by the milliseconds written in
// GATEHOUSE_CLOCK_FILE, so that a test can let a day pass. Timers are not moved.
import { readFileSync } from 'node:fs'

const file = process.env.GATEHOUSE_CLOCK_FILE
const READ_EVERY_MS = 20
const RealDate = globalThis.Date
const realNow = RealDate.now

let offset = 0
let readAt = Number.NEGATIVE_INFINITY

function now() {
  const at = performance.now()
  if (at - readAt >= READ_EVERY_MS) {
    readAt = at
    offset = Number(readFileSync(file, 'utf8'))
  }
  return realNow() + offset
}

if (file !== undefined) {
  RealDate.now = now
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new RealDate(now()).toString(),
  })
  RealDate.prototype.constructor = globalThis.Date
}

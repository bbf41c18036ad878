// Loaded before a service of the baseline: it ends when the practice host that started it is gone and no run needs it any more.
import { readdirSync, readFileSync } from 'node:fs'

const LEASE = process.env.LEASE ?? ''
const LOCKS = process.env.LOCKS ?? ''
const GRACE_CHECKS = 5

function lives(file: string): boolean {
  try {
    process.kill(Number.parseInt(readFileSync(file, 'utf8'), 10), 0)
    return true
  } catch {
    return false
  }
}

function runUnderWay(): boolean {
  try {
    return readdirSync(LOCKS).some((name) => lives(`${LOCKS}/${name}`))
  } catch {
    return false
  }
}

let alone = 0
setInterval(() => {
  alone = lives(LEASE) || runUnderWay() ? 0 : alone + 1
  if (alone >= GRACE_CHECKS) process.exit(0)
}, 2000).unref()

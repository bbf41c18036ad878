import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

/** Below these, each package has a hole or a fault that this product would feel. */
const FLOORS = {
  next: {
    floor: '16.3.3',
    why: 'remote code execution in the image optimiser; bypasses of actions and the proxy before',
  },
  'drizzle-orm': { floor: '0.45.2', why: 'SQL injection through identifiers' },
  'better-sqlite3': { floor: '12.8.0', why: 'its SQLite before 3.51.3 can corrupt a database when the WAL is reset' },
  ssh2: { floor: '1.15.0', why: 'Terrapin' },
  tar: { floor: '7.5.16', why: 'overwrites files outside the folder' },
} as const

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), resolved: z.string().optional(), integrity: z.string().optional() }),
  ),
})
const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
})

const installed = Object.entries(Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages).filter(
  ([path]) => path !== '',
)
const manifest = Manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')))

describe('packages', () => {
  test.each(Object.entries(FLOORS))('%s is not below its floor', (name, { floor, why }) => {
    const below = installed.filter(
      ([path, { version = '0' }]) => path.endsWith(`node_modules/${name}`) && isBelow(version, floor),
    )
    expect(below.map(([path, { version }]) => `${path} ${version}: ${why}`)).toEqual([])
  })

  test('each that is asked for is pinned to one version', () => {
    const pins = Object.values(manifest).flatMap((group) => Object.entries(group))
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  test('the lock file names no host, so every registry serves', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  })

  test('the lock file knows the content of every package', () => {
    expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
  })
})

test.each([
  ['16.3.2', '16.3.3', true],
  ['16.3.3', '16.3.3', false],
  ['16.10.0', '16.3.3', false],
  ['9.9.9', '12.8.0', true],
])('is %s below %s: %s', (version, floor, below) => expect(isBelow(version, floor)).toBe(below))

function isBelow(version: string, floor: string): boolean {
  const [one, other] = [version, floor].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)))
  const differing = other?.findIndex((part, place) => part !== one?.[place]) ?? -1
  return differing >= 0 && (one?.[differing] ?? 0) < (other?.[differing] ?? 0)
}

// getent <name>: every address that answers to it on this container's networks, one a line.
import { addressesOf } from './resolver.ts'

for (const address of (await addressesOf(process.argv[2] ?? '')).sort()) process.stdout.write(`${address}\n`)

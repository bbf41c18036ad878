// rm <file>
import { rmSync } from 'node:fs'
import { at } from '../shared/paths.ts'

rmSync(at(process.argv[2] ?? ''), { force: true })

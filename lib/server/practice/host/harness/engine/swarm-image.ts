import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { dockerLines } from './docker.ts'

/** The libraries that a program is linked with, by the paths under which it asks for them. */
function librariesOf(program: string): string[] {
  const said = execFileSync('ldd', [program], { encoding: 'utf8' })
  return [...said.matchAll(/(\/[^\s()]+)/g)].map(([, path = '']) => path)
}

function digestOf(images: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const name of readdirSync(images, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(images, name)))
  return hash.digest('hex').slice(0, 12)
}

/** The name of the one image that all services share, whatever theirs is called: this Node and the programs. */
export const imageName = (images: string): string => `gatehouse-practice:${digestOf(images)}`

/** Makes it from what lies on this machine; nothing is pulled. */
export async function makeImage(images: string): Promise<void> {
  const name = imageName(images)
  if ((await dockerLines('image', 'ls', '-q', name)).length > 0) return
  const root = mkdtempSync(join(tmpdir(), 'practice-image-'))
  try {
    for (const library of librariesOf(process.execPath)) {
      mkdirSync(join(root, dirname(library)), { recursive: true })
      cpSync(realpathSync(library), join(root, library))
    }
    cpSync(realpathSync(process.execPath), join(root, 'node'))
    cpSync(images, join(root, 'images'), { recursive: true })
    for (const folder of ['tmp', 'etc']) mkdirSync(join(root, folder), { recursive: true })
    await importTree(root, name)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function importTree(root: string, name: string): Promise<void> {
  return new Promise((done, failed) => {
    const tar = spawn('tar', ['-C', root, '-c', '.'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const load = spawn('docker', ['import', '-', name], { stdio: ['pipe', 'ignore', 'inherit'] })
    tar.stdout.pipe(load.stdin)
    tar.on('error', failed)
    load.on('error', failed)
    load.on('close', (code) => (code === 0 ? done() : failed(new Error('docker import failed'))))
  })
}

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const PACKAGED = join(process.cwd(), 'node_modules/@sparticuz/chromium/bin')
const CACHE = join(process.cwd(), 'node_modules/.cache/gatehouse')
const SYSTEM_FONTS = '/usr/share/fonts'

export type Launch = { executablePath: string; env: Record<string, string> }

/**
 * The headless Chromium inside the npm package, unpacked once (1 s). Where a bare machine lacks its libraries or any font, those of the
 * package are used too. Null where the package is missing or made for another machine. Several processes may call it at once.
 */
export function unpackChromium(): Launch | null {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(join(PACKAGED, 'chromium.br'))) return null
  mkdirSync(CACHE, { recursive: true })
  const executablePath = unpack('chromium', (target) => {
    writeFileSync(target, brotliDecompressSync(readFileSync(join(PACKAGED, 'chromium.br'))))
    chmodSync(target, 0o755)
  })
  return { executablePath, env: { ...libraries(executablePath), ...fonts() } }
}

function libraries(executable: string): Record<string, string> {
  const { status, stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  if (status === 0 && !stdout.includes('not found')) return {}
  return { LD_LIBRARY_PATH: join(unpackArchive('al2023'), 'lib') }
}

function fonts(): Record<string, string> {
  if (existsSync(SYSTEM_FONTS) && readdirSync(SYSTEM_FONTS).length > 0) return {}
  const folder = unpackArchive('fonts')
  // The package's own file looks for the fonts in the folders of a cloud function.
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  )
  return { FONTCONFIG_PATH: folder }
}

function unpackArchive(name: string): string {
  return unpack(name, (target) => {
    mkdirSync(target)
    execFileSync('tar', ['-x', '-C', target], {
      input: brotliDecompressSync(readFileSync(join(PACKAGED, `${name}.tar.br`))),
    })
  })
}

/** Makes the file or folder under another name first: whoever sees it sees the whole of it. */
function unpack(name: string, make: (target: string) => void): string {
  const place = join(CACHE, name)
  if (existsSync(place)) return place
  const unfinished = `${place}.${process.pid}`
  make(unfinished)
  try {
    renameSync(unfinished, place)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}

import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { History } from './specimens.ts'

type Files = Map<string, string>

/** Fixed, so that every practice host has the same commits: one minute from commit to commit. */
const AUTHOR = 'Practice Recipes <recipes@practice.test>'
const FIRST_COMMIT_S = 1_781_654_400

function readFolder(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = names.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

function replaceAll(text: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((changed, [from, to]) => changed.replaceAll(from, to), text)
}

/** The input of `git fast-import`: each commit is the one before it with the files of its folder put over it. */
function toFastImport(history: History, templates: string): string {
  const blocks: string[] = []
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`
  for (const [at, commit] of history.commits.entries()) {
    const stamp = `${AUTHOR} ${FIRST_COMMIT_S + at * 60} +0000`
    const parent = commit.after === undefined ? '' : `from :${commit.after + 1}\n`
    const files = [...readFolder(join(templates, commit.folder))].map(
      ([path, text]) => `M 100644 inline ${path}\n${data(replaceAll(text, commit.replace ?? []))}`,
    )
    blocks.push(
      `commit refs/heads/${commit.branch}\nmark :${at + 1}\nauthor ${stamp}\ncommitter ${stamp}\n${data(`${commit.message}\n`)}${parent}${files.join('')}\n`,
    )
    if (commit.tag !== undefined) blocks.push(`reset refs/tags/${commit.tag}\nfrom :${at + 1}\n\n`)
  }
  return `${blocks.join('')}done\n`
}

function fastImport(repository: string, input: string): Promise<void> {
  return new Promise((done, failed) => {
    const args = ['-C', repository, 'fast-import', '--quiet', '--done', '--force']
    const git = spawn('git', args, { stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    git.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
    git.on('error', failed)
    git.on('close', (code) => (code === 0 ? done() : failed(new Error(`git fast-import: ${said.trim()}`))))
    git.stdin.end(input)
  })
}

/**
 * The bare repository of a history in `folder`; one that is there already gets what is new and keeps the rest. Throws one sentence when
 * git is missing.
 */
export async function makeRepository(folder: string, history: History, templates: string): Promise<void> {
  if (!existsSync(join(folder, 'HEAD'))) {
    const fresh = `${folder}.part`
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { recursive: true })
    await promisify(execFile)('git', ['init', '-q', '--bare', '--template=', '-b', 'main', fresh]).catch(
      (error: unknown) => {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
        throw missing ? new Error('The practice host needs git, and there is none on this machine.') : error
      },
    )
    renameSync(fresh, folder)
  }
  await fastImport(folder, toFastImport(history, templates))
}

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BEHAVIOURS, HARNESS } from './behaviours.ts'

const behaviours = Object.keys(BEHAVIOURS) as readonly string[]

export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim()

/** A repository with a commit per behaviour; answers with them by name. */
export function makeRecipe(folder: string): Map<string, string> {
  mkdirSync(folder)
  git(folder, 'init', '-q', '-b', 'main')
  return new Map(
    behaviours.map((name) => {
      writeFileSync(join(folder, 'behave.sh'), `# ${name}\n${Reflect.get(BEHAVIOURS, name)}\n`)
      git(folder, 'add', '.')
      git(folder, 'commit', '-q', '-m', name)
      return [name, git(folder, 'rev-parse', 'HEAD')]
    }),
  )
}

export function makeHarness(folder: string): void {
  mkdirSync(folder)
  git(folder, 'init', '-q', '-b', 'main')
  writeFileSync(join(folder, 'harness.sh'), HARNESS)
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'A harness in sh')
}

/** What the Operator would write; the last line is for tests. */
export const hostFile = (folder: string): string => `HOST_NAME=tester
STATE_DIR=${folder}/state
RECIPES='mumble=${folder}/recipe'
HARNESS_REPO=${folder}/harness
HARNESS_RUNS_DIR=${folder}/runs
PROFILES='alone load'
DEADLINE_S=600
KILL_AFTER_S=2
DISK_PATH=${folder}
LOAD_CPU=1
LOAD_IO=0
boot_id() { cat ${folder}/boot-id; }
services() { :; }
stacks() { :; }
volumes() { :; }
failed_units() { :; }
run_harness() { exec sh ./harness.sh; }
DIAGNOSES='look'
diagnosis_words_look() { echo 'uname -s'; }
diagnose_look() { uname -s; }
. ${folder}/vars
`

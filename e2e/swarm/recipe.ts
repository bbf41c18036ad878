import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUSYBOX } from './docker.ts'

/**
 * A server and a visitor on an overlay network; the visitor is healthy once it has read the server's page by this name. The server writes to a
 * volume, if it has one. As first process of a container neither would end at a milder signal.
 */
const compose = ({ server = 'app', volume = false } = {}): string => `version: "3.8"
services:
  app:
    image: ${BUSYBOX}
    command: ["sh", "-c", "echo hello >/www/index.html; exec httpd -f -p 8080 -h /www"]
    stop_signal: SIGKILL
    networks: [inner]
    deploy: { endpoint_mode: dnsrr }
${volume ? '    volumes: ["kept:/www"]\n' : ''}
  visitor:
    image: ${BUSYBOX}
    command: ["sleep", "1000"]
    stop_signal: SIGKILL
    networks: [inner]
    deploy: { endpoint_mode: dnsrr, restart_policy: { delay: 1s } }
    healthcheck: { test: ["CMD", "wget", "-q", "-O", "-", "http://${server}:8080/"], interval: 500ms, timeout: 2s, retries: 4 }
networks: { inner: { driver: overlay } }
${volume ? 'volumes: { kept: {} }\n' : ''}`

const STATES = {
  good: compose(),
  /** Its visitor asks a name that nobody has: it never becomes healthy. */
  bad: compose({ server: 'aap' }),
  /** Stacks go without their volumes. */
  withVolume: compose({ volume: true }),
} as const
export type State = keyof typeof STATES

/** A stack of one service, as somebody else might deploy it. */
export const SIBLING = `version: "3.8"
services:
  app: { image: "${BUSYBOX}", command: ["sleep", "1000"], stop_signal: SIGKILL, deploy: { endpoint_mode: dnsrr } }
`

/** A git repository with a commit for each state of the recipe. Answers the commits. */
export function makeRecipe(folder: string): Record<State, string> {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.test', ...args], {
      encoding: 'utf8',
    }).trim()
  const commit = (state: State): string => {
    writeFileSync(join(folder, 'compose.yml'), STATES[state])
    git('add', '.')
    git('commit', '-q', '-m', state)
    return git('rev-parse', 'HEAD')
  }
  mkdirSync(folder)
  git('init', '-q', '-b', 'main')
  return { good: commit('good'), bad: commit('bad'), withVolume: commit('withVolume') }
}

import { type ChildProcess, spawn } from 'node:child_process'
import type { ServerChannel } from 'ssh2'

/** The process behind a channel, as sshd does it: the request in SSH_ORIGINAL_COMMAND, the streams piped, the exit code passed on. */
export function runForced(
  channel: ServerChannel,
  command: readonly string[],
  request: string,
  cwd: string,
): ChildProcess {
  const [program = 'sh', ...rest] = command
  const { PATH, HOME, LANG, TMPDIR, DOCKER_HOST, NODE_ENV } = process.env
  const child = spawn(program, rest, {
    cwd,
    env: { PATH, HOME, LANG, TMPDIR, DOCKER_HOST, NODE_ENV, SSH_ORIGINAL_COMMAND: request },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that what waits beside a tail goes with it
  })
  child.stdin.on('error', () => {})
  channel.on('error', () => {})
  channel.pipe(child.stdin)
  child.stdout.pipe(channel, { end: false })
  child.stderr.pipe(channel.stderr, { end: false })
  child.on('error', () => finish(127))
  child.on('close', (code, signal) => finish(code ?? (signal === null ? 1 : 255)))

  let finished = false
  function finish(code: number): void {
    if (finished) return
    finished = true
    channel.exit(code)
    channel.end()
  }
  // sshd closes the pipes of a client that went away and leaves the process alone. A tail would notice only at the next byte.
  channel.on('close', () => {
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
    if (child.exitCode === null && request.startsWith('tail ')) endGroup(child)
  })
  return child
}

export function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGTERM')
  } catch {
    // It ended by itself in this moment.
  }
}

import { execFile } from 'node:child_process'

/** Runs docker; resolves with what it printed, rejects with its own words. `input` goes to its standard input. */
export function docker(args: readonly string[], input?: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = execFile(
      'docker',
      args,
      { timeout: 60_000, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null) done(stdout.trim())
        else failed(new Error(`docker ${args.slice(0, 3).join(' ')}: ${stderr.trim() || error.message}`))
      },
    )
    if (input !== undefined) child.stdin?.end(input)
  })
}

export const dockerLines = async (...args: string[]): Promise<string[]> =>
  (await docker(args)).split('\n').filter((line) => line !== '')

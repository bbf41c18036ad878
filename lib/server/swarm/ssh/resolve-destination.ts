import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { HostSettings, HostSide } from '#lib/swarm/host-settings.ts'
import type { SshRefusal } from './ssh-refusal.ts'

const run = promisify(execFile)

/** Where to knock, as whom, and where the key lies. */
export type Destination = { address: string; port: number; user: string; keyPlace: string }

const SSH_PORT = 22
const LOOKUP_MS = 5_000
const ALIAS = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
const NO_PROXY = ['', 'none']

/** What the settings leave empty is taken from ~/.ssh/config, read by ssh itself, so that Include and Match hold. */
export async function resolveDestination(
  settings: HostSettings,
  side: HostSide,
): Promise<Result<Destination, SshRefusal>> {
  const keyPlace = settings.keys[side]
  const known = settings.alias === null ? ok(new Map<string, string>()) : await lookUp(settings.alias)
  if (!known.ok) return known
  const config = known.value
  const goesThrough = ['proxyjump', 'proxycommand'].some((name) => !NO_PROXY.includes(config.get(name) ?? ''))
  if (goesThrough && settings.address === '')
    return refuse(
      because('alias', `${settings.alias} goes through a proxy, which Gatehouse does not do: give an address.`),
    )
  return ok({
    address: settings.address === '' ? (config.get('hostname') ?? settings.alias ?? '') : settings.address,
    port: settings.port ?? (Number(config.get('port')) || SSH_PORT),
    user: settings.user ?? config.get('user') ?? userInfo().username,
    keyPlace,
  })
}

async function lookUp(alias: string): Promise<Result<Map<string, string>, SshRefusal>> {
  if (!ALIAS.test(alias)) return refuse(because('alias', 'This is no alias of ~/.ssh/config.'))
  try {
    const { stdout } = await run('ssh', ['-G', '--', alias], { timeout: LOOKUP_MS })
    const lines = stdout.split('\n').map((line) => line.split(/\s+(.*)/s, 2))
    return ok(new Map(lines.map(([name = '', value = '']) => [name, value])))
  } catch {
    return refuse(because('alias', `ssh on this machine cannot say what ${alias} is: give the address instead.`))
  }
}

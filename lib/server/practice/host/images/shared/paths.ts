/** "/var/lib/x=/real/folder" pairs, one a line: where the folders of this container lie when it runs as a plain process. */
const MOUNTS = (process.env.MOUNTS ?? '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ path: line.slice(0, line.indexOf('=')), real: line.slice(line.indexOf('=') + 1) }))

/** The real place of a path of the container. */
export function at(path: string): string {
  const mount = MOUNTS.find((known) => path === known.path || path.startsWith(`${known.path}/`))
  return mount === undefined ? path : mount.real + path.slice(mount.path.length)
}

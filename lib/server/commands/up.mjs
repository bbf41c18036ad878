import { isAbsolute, join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { command, findNode, root } from './machine.mjs'
import { findFreePort } from './port.mjs'
import { serve } from './serve.mjs'

// npm run up: installs, builds, migrates (the server does, when it opens its database), starts, prints the address.
command(async () => {
  await ensureInstalled()
  const node = findNode()
  await ensureBuilt(node, '.next')
  const wanted = Number(process.env.PORT || 4100)
  const port = await findFreePort(wanted)
  if (port !== wanted) console.info(`Port ${wanted} is taken; using ${port}.`)
  return serve(node, port, () => console.info(welcome(port)))
})

function welcome(port) {
  const { GATEHOUSE_ORIGIN: origin, GATEHOUSE_DATA: data = '.data' } = process.env
  const here = `http://127.0.0.1:${port}`
  return [
    '',
    `  Gatehouse   ${origin ?? here}`,
    origin === undefined
      ? '  mode        practice: on this machine only, no passwords'
      : `  mode        real, behind ${here}`,
    `  data        ${isAbsolute(data) ? data : join(root, data)}`,
    '  stop        Ctrl-C',
    '',
  ].join('\n')
}

// Works off the queue of the forum beside it: a mail for each new topic.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readTexts, writeTexts } from '../shared/json-file.ts'
import { at } from '../shared/paths.ts'
import { say, untilTerminated } from '../shared/serve.ts'

const QUEUE = at('/shared/queue')
mkdirSync(QUEUE, { recursive: true })
say('Sidekiq: waiting for work')

setInterval(() => {
  for (const name of readdirSync(QUEUE).sort()) {
    writeTexts('/shared/mailed.json', [...readTexts('/shared/mailed.json'), readFileSync(`${QUEUE}/${name}`, 'utf8')])
    rmSync(`${QUEUE}/${name}`)
  }
}, 100)
untilTerminated()

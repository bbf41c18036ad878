// channel add <name> | channel remove <name> | channel list: the registered channels, in the server's data folder.
import { readTexts, writeTexts } from '../shared/json-file.ts'
import { say } from '../shared/serve.ts'

const FILE = '/var/lib/mumble-server/channels.json'
const [verb, name = ''] = process.argv.slice(2)
const others = readTexts(FILE).filter((known) => known !== name)
if (verb === 'add') writeTexts(FILE, [...others, name])
else if (verb === 'remove') writeTexts(FILE, others)
for (const channel of readTexts(FILE)) say(channel)

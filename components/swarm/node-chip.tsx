import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Elapsed } from '#components/look/elapsed.tsx'
import { addressOf } from '#lib/phases/addresses.ts'
import { type NodeFacts, type NodeReader, wordNode } from '#lib/swarm/node-words.ts'

/** Who has a node, in the bar of every page; nothing where it is free. Leads to the run, or to the swarm. */
export function NodeChip({ node, reader, now }: { node: NodeFacts; reader: NodeReader; now: Date }) {
  const words = wordNode(node, reader, now)
  if (words === null) return null
  const runs = words.sinceMs !== null
  return (
    <AppLink href={words.run === null ? addressOf.swarm(node.host) : addressOf.run(words.run)} className="no-underline">
      <Chip tone={words.isOwn ? 'claim' : 'none'} shape={runs ? 'half' : 'frame'}>
        {words.words}
        {words.sinceMs !== null && (
          <>
            , <Elapsed key={words.sinceMs} ms={Math.max(0, now.getTime() - words.sinceMs)} />
          </>
        )}
      </Chip>
    </AppLink>
  )
}

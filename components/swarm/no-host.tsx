import { Panel } from '#components/look/panel.tsx'

/** There is nothing to run on: what to do, in a few lines. */
export function NoHost({ practice }: { practice: boolean }) {
  return (
    <Panel title="There is no host yet">
      {practice && (
        <p className="mb-2">The practice host is not running (GATEHOUSE_PRACTICE=none). To use a real one:</p>
      )}
      <ol className="list-decimal space-y-1 pl-5">
        <li>
          On the host, put the script <code>gatehouse-host</code> and a host file in place, with one key per side: see{' '}
          <code>lib/swarm/host/README.md</code>.
        </li>
        <li>Here, the Operator configures the host: its address or an alias of ~/.ssh/config, and the two keys.</li>
        <li>The Operator compares the key it shows with the host’s own word for it, and confirms it once.</li>
        <li>
          <i>Probe now</i> says what is wrong with the installation, if anything is.
        </li>
      </ol>
    </Panel>
  )
}

import { ActionLink, DisabledControl } from '#components/look/button.tsx'
import { Panel } from '#components/look/panel.tsx'
import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'

type Deed = { label: string; href: string; permission: Permission; shortcut?: string }

/** What the reader may do here now; what they may not is visible and says why. */
export function WhatYouMayDo({
  phase,
  failure,
  actor,
  gate,
}: {
  phase: string
  failure: string
  actor: Actor
  gate: string | undefined
}) {
  const deeds: Deed[] = [
    { label: 'Attach a run', href: addressOf.attachRun(phase, failure), permission: 'evidence.attach', shortcut: 'a' },
    {
      label: 'Attach one from the host',
      href: addressOf.attachFromHost(phase, failure),
      permission: 'evidence.attach',
    },
    {
      label: 'Add an observation or code',
      href: addressOf.addEvidence(phase, failure),
      permission: 'evidence.attach',
      shortcut: 'e',
    },
    {
      label: 'Classify',
      href: addressOf.classify(phase, failure),
      permission: 'classification.propose',
      shortcut: 'c',
    },
    { label: 'Attach a fix', href: addressOf.attachFix(phase, failure), permission: 'fix.attach', shortcut: 'f' },
    {
      label: 'Write a note',
      href: `${addressOf.phase(phase)}/write-note?failure=${encodeURIComponent(failure)}`,
      permission: 'note.write',
      shortcut: 'n',
    },
    ...(gate === undefined
      ? []
      : [
          {
            label: `Judge on ${gate}`,
            href: addressOf.gate(phase, gate, failure),
            permission: 'ruling.record' as const,
            shortcut: 'g',
          },
        ]),
  ]
  return (
    <Panel title="What you may do now">
      <ul className="space-y-2.5">
        {deeds.map(({ label, href, permission, shortcut }) => (
          <li key={label}>
            {can(actor, permission) ? (
              <ActionLink href={href} shortcut={shortcut}>
                {label}
              </ActionLink>
            ) : (
              <DisabledControl reason={explainPermission(actor, permission)}>{label}</DisabledControl>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

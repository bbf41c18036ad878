import { AppLink } from '#components/look/app-link.tsx'
import { Commands, Definition, Term } from '#components/look/definition.tsx'
import { Panel } from '#components/look/panel.tsx'
import { TierStrip } from '#components/look/tier-strip.tsx'
import type { ClaimPart } from '#lib/claims/claim-part.ts'
import { parseEvidenceRef } from '#lib/evidence/evidence-ref.ts'
import { nameFix, shortCommit } from '#lib/fixes/describe-fix.ts'
import { FIX_ROUTE_WORD } from '#lib/fixes/words.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { EvidenceFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { conditionWords } from '#lib/runs/words.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** What is claimed of one failure, exactly as it was frozen: WHAT, HOW, EXPECT, WHERE. */
export function ClaimPanel({ facts, part }: { facts: PhaseFacts; part: ClaimPart }) {
  const { statement, evidence, fixes } = part.judged
  const cited = evidence.flatMap(({ ref }) => facts.evidence.filter((held) => held.ref === ref))
  return (
    <Panel title="The claim">
      <Definition>
        <Term name="WHAT">{statement.what}</Term>
        <Term name="HOW">
          <Commands>{statement.how}</Commands>
        </Term>
        {fixes.length > 0 && (
          <Term name="FIX">
            <ul className="space-y-0.5">
              {fixes.map((fix) => (
                <li key={fix.fix}>
                  {nameFix(fix)} at <span className="font-mono text-sm">{shortCommit(fix.head)}</span>{' '}
                  <span className="text-sm text-mute">verified by: {FIX_ROUTE_WORD[fix.route]}</span>
                </li>
              ))}
            </ul>
          </Term>
        )}
        <Term name="EXPECT">
          {statement.expected.length === 0 ? (
            cited.some(({ run }) => run !== null) ? (
              'Not stated stage by stage.'
            ) : (
              'Nothing runs: the claim is static and rests on what is cited.'
            )
          ) : (
            <span className="flex flex-col items-start gap-1">
              {statement.expected.map(({ condition, tiers }) => (
                <TierStrip key={condition} label={conditionWords[condition]} tiers={tiers} />
              ))}
            </span>
          )}
        </Term>
        <Term name="WHERE">
          <ul className="space-y-0.5">
            {cited.map((held) => (
              <li key={held.ref}>
                <EvidenceLink phase={facts.phase} held={held} />{' '}
                <span className="text-sm text-mute">{readableText(whereWords(held))}</span>
              </li>
            ))}
          </ul>
        </Term>
      </Definition>
    </Panel>
  )
}

/** Runs have a page of their own; other evidence stands on its failure's timeline. */
export function EvidenceLink({ phase, held }: { phase: string; held: EvidenceFacts }) {
  const named = parseEvidenceRef(held.ref)
  const href =
    named?.kind === 'run' ? addressOf.run(named.number) : addressOf.eventOfFailure(phase, held.failure, held.seq)
  return (
    <AppLink href={href} className="font-mono text-sm">
      {held.ref}
    </AppLink>
  )
}

function whereWords({ run, summary, leftOut }: EvidenceFacts): string {
  const commits =
    run === null
      ? []
      : [
          `recipe ${run.recipeVersion}`,
          ...named('at', run.recipeCheckout.commit),
          ...named('test', run.testCheckout.commit),
          ...named('harness', run.harnessCheckout.commit),
        ]
  return [summary, ...commits, ...(leftOut === null ? [] : [`left out: ${leftOut}`])].join(', ')
}

const named = (word: string, commit: string | null): string[] =>
  commit === null ? [] : [`${word} ${commit.slice(0, 8)}`]

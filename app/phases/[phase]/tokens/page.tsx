import { PageFrame } from '#app/page-frame.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { Commands } from '#components/look/definition.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel, SectionTitle } from '#components/look/panel.tsx'
import { RevokeForm } from '#components/tokens/revoke-form.tsx'
import { TokenForm } from '#components/tokens/token-form.tsx'
import { TokenTable } from '#components/tokens/token-table.tsx'
import { findRole } from '#db/people/find-role.ts'
import { listNames } from '#db/people/list-names.ts'
import { listTokens } from '#db/tokens/find-token.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'
import { whyCannotRevoke } from '#lib/tokens/why-cannot-revoke.ts'
import { whyNotAdmitted } from '#lib/tokens/why-not-admitted.ts'
import { submitRevocation, submitToken } from './actions.ts'

type Props = { params: Promise<{ phase: string }> }

export const metadata = { title: 'Tokens' }

/** What programs sign in with here: who issued what, what still opens something, and how one is issued or ended. */
export default async function TokensPage({ params }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const { phase } = facts
  const db = database()
  const names = listNames(db)
  const tokens = listTokens(db, phase)
  const rows = tokens.toReversed().map((token) => ({
    token,
    whose: names[token.person] ?? token.person,
    refusal: whyNotAdmitted(token, findRole(db, token.person, phase), now)?.sentence ?? null,
  }))
  const revocable = tokens
    .filter((token) => whyCannotRevoke(token, phase, actor, now) === null)
    .map(({ token, name, person }) => ({ value: token, label: `${name} (${names[person] ?? person}, ${token})` }))
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb trail={[{ label: phase, href: addressOf.phase(phase) }, { label: 'tokens' }]} />
      <PageHeader title="Tokens">
        A program reads and acts in this phase with a token of yours: in your name, by the same rules, and never with
        more than you have here.
      </PageHeader>
      <TokenTable rows={rows} />
      <SectionTitle>Issue and end</SectionTitle>
      <div className="grid items-start gap-x-4 desk:grid-cols-2">
        <Panel title="Issue a token">
          <TokenForm
            action={submitToken}
            commandId={newCommandId()}
            phase={phase}
            role={actor.role}
            disabledReason={can(actor, 'token.issue') ? null : explainPermission(actor, 'token.issue')}
          />
        </Panel>
        <Panel title="Revoke a token">
          <RevokeForm
            action={submitRevocation}
            commandId={newCommandId()}
            phase={phase}
            tokens={revocable}
            disabledReason={revocable.length === 0 ? 'There is no token here that you could revoke.' : null}
          />
        </Panel>
      </div>
      <Panel title="How a program uses it">
        <p className="mb-2 max-w-[78ch]">
          It sends the token with each request, and reads or records as JSON. What there is stands in{' '}
          <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>; with <code>?dry_run=1</code> a request says what is
          missing and records nothing.
        </p>
        <Commands>{`curl -H "Authorization: Bearer $GATEHOUSE_TOKEN" …/api/v1/phases/${encodeURIComponent(phase)}`}</Commands>
      </Panel>
    </PageFrame>
  )
}

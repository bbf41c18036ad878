import type { Metadata } from 'next'
import { SignOut } from '#app/sign-out.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { JoinForm, TakeRoleForm } from '#components/people/join-form.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { findInvitation, type Invitation } from '#db/people/find-invitation.ts'
import { findPerson } from '#db/people/find-person.ts'
import { GATEHOUSE } from '#db/people/invite-first-operator.ts'
import { hashToken } from '#db/people/one-time-link.ts'
import { describeRole } from '#lib/people/why-cannot-hold.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { currentPerson } from '#lib/server/auth/current-actor.ts'
import { readConfiguration } from '#lib/server/configuration.ts'
import { database } from '#lib/server/database.ts'
import { PRACTICE_WORDS } from '#lib/words/practice-words.ts'
import { submitJoin, submitTakeRole } from './actions.ts'

export const metadata: Metadata = { title: 'Join', robots: { index: false } }

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const signedIn = await currentPerson()
  const invitation = findInvitation(database(), hashToken(token), new Date())
  return (
    <Shell
      measure="reading"
      keyboard={false}
      practice={readConfiguration().mode === 'practice' ? PRACTICE_WORDS : undefined}
      who={signedIn && <SignOut />}
    >
      {invitation.ok ? (
        <>
          <PageHeader title="Join">{describe(invitation.value)}</PageHeader>
          {signedIn === null ? (
            <Panel>
              <JoinForm
                action={submitJoin}
                commandId={newCommandId()}
                token={token}
                asksName={invitation.value.person === null}
              />
            </Panel>
          ) : (
            <Panel title={`You are signed in as ${signedIn.name}`}>
              {invitation.value.role === null ? (
                <p>A further sign-in is made by whoever will use it: sign out, then follow the link again.</p>
              ) : (
                <TakeRoleForm action={submitTakeRole} commandId={newCommandId()} token={token} name={signedIn.name} />
              )}
            </Panel>
          )}
        </>
      ) : (
        <>
          <PageHeader title="Join" />
          <EmptyState title="This link leads nowhere">{invitation.refusal.sentence}</EmptyState>
        </>
      )}
    </Shell>
  )
}

function describe(invitation: Invitation): string {
  const { invitedBy } = invitation
  const inviter = findPerson(database(), invitedBy)?.name ?? invitedBy
  if (invitation.person !== null) {
    const whose = findPerson(database(), invitation.person)?.name ?? invitation.person
    return `${inviter} offers a further sign-in for ${whose}, with the roles that ${whose} has. The link works once.`
  }
  const role = describeRole(invitation)
  if (invitedBy === GATEHOUSE) return `You will be ${role}: the first, who invites everybody else. The link works once.`
  return `${inviter} invites you to be ${role}. The link works once.`
}

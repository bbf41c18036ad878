import type { Metadata } from 'next'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { EnterPracticeForm } from '#components/people/enter-practice-form.tsx'
import { SignInForm } from '#components/people/sign-in-form.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { goTo } from '#lib/server/actions/go-to.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { currentPerson } from '#lib/server/auth/current-actor.ts'
import { sameSitePath } from '#lib/server/auth/same-site-path.ts'
import { readConfiguration } from '#lib/server/configuration.ts'
import { PRACTICE_WORDS } from '#lib/words/practice-words.ts'
import { submitEnterPractice, submitSignIn } from './actions.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const wanted = (await searchParams).next
  const next = sameSitePath(Array.isArray(wanted) ? null : wanted)
  if ((await currentPerson()) !== null) goTo(next)
  const practises = readConfiguration().mode === 'practice'
  return (
    <Shell measure="reading" keyboard={false} practice={practises ? PRACTICE_WORDS : undefined}>
      <PageHeader title="Sign in">
        Claims with their evidence, independent verdicts, and a record that keeps both. Accounts are made by a link from
        the Operator.
      </PageHeader>
      {practises && (
        <Panel title="Practise">
          <EnterPracticeForm action={submitEnterPractice} commandId={newCommandId()} next={next} />
        </Panel>
      )}
      <Panel title="With your account">
        <SignInForm action={submitSignIn} commandId={newCommandId()} next={next} />
      </Panel>
    </Shell>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { AppLink } from '#components/look/app-link.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Shell } from '#components/shell/shell.tsx'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

export default async function NotFound() {
  // Made per request, not at the build: a page made at the build has no nonce, and the browser refuses its scripts.
  await connection()
  return (
    <Shell measure="reading" keyboard={false}>
      <PageHeader title="Nothing is at this address">
        It may be mistyped, or lead to something that you have no role in. Nothing in the record is ever deleted.
      </PageHeader>
      <p>
        <AppLink href="/">To the phases</AppLink>
      </p>
    </Shell>
  )
}

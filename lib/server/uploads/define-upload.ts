import { findDraft, saveDraft } from '#db/working/drafts.ts'
import type { FormState } from '#lib/forms/form-state.ts'
import { CommandId } from '#lib/ledger/command.ts'
import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { ok, type Result } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import { sentence } from '../actions/define-route.ts'
import { newCommandId } from '../actions/new-command-id.ts'
import { withRetries } from '../actions/with-retries.ts'
import { actorIn } from '../auth/current-actor.ts'
import { blobs } from '../blobs/blobs.ts'
import { database } from '../database.ts'
import { sameOriginResponse } from '../refuse-foreign.ts'
import { type ReceiveOptions, receiveForm } from './receive-form.ts'
import { readUploadDraft, type UploadDraft } from './upload-draft.ts'

type Fields = { [field: string]: string[] }
export type Sorry = Pick<FormState, 'errors' | 'alert'>
export type Upload = { actor: Actor; fields: Fields; files: { [field: string]: KeptFile }; commandId: string; at: Date }

type Definition<Params> = {
  permission: Permission
  /** The phase whose role counts; null: the role in every phase; undefined: only what is sent tells the phase, and `submit` checks. */
  phaseOf: (params: Params) => string | null | undefined
  files: ReceiveOptions['files']
  maxFieldBytes?: number
  /** Names the drafts of this form. */
  form: string
  /** The page that shows the form. */
  formAt: (params: Params) => string
  /** Answers with the address to go to. */
  submit: (upload: Upload, params: Params) => Promise<Result<string, Sorry>>
}

/**
 * A form with files, posted natively (so it works without JavaScript) to a route handler, since a server action holds no large body:
 * from here? -> who -> may they -> receive, streaming -> do. A refusal keeps everything: fields and files go into a draft, and the
 * form is shown again with the reasons.
 */
export function defineUpload<Params>(definition: Definition<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const foreign = sameOriginResponse(request)
    if (foreign) return foreign
    const params = await context.params
    const formAt = definition.formAt(params)
    const phase = definition.phaseOf(params)
    const actor = await actorIn(phase ?? null)
    if (actor === null) return refuseUnread(request, 401, SIGNED_OUT)
    if (phase !== undefined && !can(actor, definition.permission))
      return refuseUnread(request, 403, explainPermission(actor, definition.permission))

    const received = await receiveForm(request, { ...definition, store: blobs() })
    const { fields: map, files: sent } = received.ok ? received.value : received.received
    const fields: Fields = Object.fromEntries(map)
    const before = readUploadDraft(findDraft(database(), fields.draft?.at(-1) ?? '', actor.person))
    const files = {
      ...before?.files,
      ...Object.fromEntries(
        sent.map(({ field, filename, digest, size }) => [field, { name: filename, sha256: digest, size }]),
      ),
    }
    const id = CommandId.safeParse(fields.commandId?.at(-1))

    const refusals = received.ok ? [] : [received.refusal, ...received.others]
    const sorry: Sorry = {
      errors: Object.fromEntries(
        refusals.flatMap(({ field, sentence }) => (field === null ? [] : [[field, sentence]])),
      ),
      alert:
        refusals.find(({ field }) => field === null)?.sentence ??
        (id.success ? null : 'This form has lost its identity. Submit it once more.'),
    }
    if (refusals.length > 0 || !id.success) return keepAndReturn(sorry)
    const result = await definition.submit({ actor, fields, files, commandId: id.data, at: new Date() }, params)
    return result.ok ? seeOther(result.value) : keepAndReturn(result.refusal)

    async function keepAndReturn({ errors, alert }: Sorry): Promise<Response> {
      if (actor === null) return sentence(401, SIGNED_OUT)
      const draft = newCommandId()
      const state: FormState = {
        values: fields,
        errors,
        alert:
          alert ?? 'Nothing was recorded. What you typed is kept below, and so is each file that arrived in order.',
        attempt: (before?.state.attempt ?? 0) + 1,
      }
      const content: UploadDraft = { state, files: without(files, errors) }
      const saved = await withRetries(() =>
        ok(saveDraft(database(), { id: draft, person: actor.person, form: definition.form, content, at: new Date() })),
      )
      if (!saved.ok) return sentence(503, `${saved.refusal.sentence} Reload this page to send the form again.`)
      return seeOther(`${formAt}${formAt.includes('?') ? '&' : '?'}draft=${draft}`)
    }
  }
}

/** Reloading sends a posted form once more, files and all: nothing typed is lost. */
const SIGNED_OUT =
  'You are no longer signed in, and nothing was recorded. Sign in in another tab, then reload this page: the browser sends the form again, with its files.'

/** What was sent is read to its end and thrown away: a browser that is still sending shows a broken line instead of the sentence. */
async function refuseUnread(request: Request, status: number, text: string): Promise<Response> {
  await request.body?.pipeTo(new WritableStream()).catch(() => {})
  return sentence(status, text)
}

/** A file that was refused is not kept for another try. */
const without = (files: { [field: string]: KeptFile }, errors: Sorry['errors']) =>
  Object.fromEntries(Object.entries(files).filter(([field]) => !(field in errors)))

const seeOther = (address: string): Response =>
  new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } })

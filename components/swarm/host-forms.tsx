import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { FormFold } from '#components/form/form-fold.tsx'
import { Submit } from '#components/form/submit.tsx'
import type { HostSettings } from '#lib/swarm/host-settings.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & { disabledReason: string | null }

const MINUTE_MS = 60_000

/** How a host is reached: by address, or by an alias of ~/.ssh/config. `settings` null: a new one. */
export function HostForm({ settings, disabledReason, ...form }: Form & { settings: HostSettings | null }) {
  return (
    <ActionForm {...form} label="Configure a host">
      <FormText
        name="host"
        width="medium"
        label="Name"
        hint="What it is called here, for example cc-ci."
        defaultValue={settings?.host ?? ''}
        readOnly={settings !== null}
        required
      />
      <div className="grid gap-x-4 wide:grid-cols-2">
        <FormText
          name="address"
          label="Address"
          hint="A host name or an IP address."
          defaultValue={settings?.address ?? ''}
          spellCheck={false}
        />
        <FormText
          name="alias"
          label="Or an alias of ~/.ssh/config"
          hint="What is left empty here is looked up there."
          defaultValue={settings?.alias ?? ''}
          spellCheck={false}
        />
        <FormText name="user" label="User" defaultValue={settings?.user ?? ''} spellCheck={false} />
        <FormText
          name="port"
          label="Port"
          inputMode="numeric"
          hint="22, if it is left empty."
          defaultValue={settings?.port ?? ''}
        />
      </div>
      <FormText
        name="builderKey"
        label="Key of the Builder’s side"
        hint="The path of a private key file on this machine, or agent. One key per side: the host knows by it who asks."
        defaultValue={settings?.keys.builder ?? '~/.ssh/gatehouse-builder'}
        spellCheck={false}
        required
      />
      <FormText
        name="adversaryKey"
        label="Key of the Adversary’s side"
        defaultValue={settings?.keys.adversary ?? '~/.ssh/gatehouse-adversary'}
        spellCheck={false}
        required
      />
      <FormText
        name="deadlineMinutes"
        width="short"
        label="Deadline in minutes"
        inputMode="numeric"
        hint="The longest a run may take."
        defaultValue={settings === null ? '60' : settings.deadlineMs / MINUTE_MS}
        required
      />
      <Submit disabledReason={disabledReason}>{settings === null ? 'Configure the host' : 'Record the change'}</Submit>
    </ActionForm>
  )
}

/** The Operator has compared: by this key the host is known from now on. */
export function HostKeyForm({ host, fingerprint, changed, disabledReason, ...form }: Form & KeyProps) {
  return (
    <ActionForm {...form} hidden={{ host, fingerprint }} label={`Confirm the key of ${host}`}>
      <Submit disabledReason={disabledReason} tone={changed ? 'fail' : 'primary'}>
        {changed ? 'I have compared it: this is its new key' : 'I have compared it: this is its key'}
      </Submit>
    </ActionForm>
  )
}
type KeyProps = { host: string; fingerprint: string; changed: boolean }

export function RetireForm({ host, disabledReason, ...form }: Form & { host: string }) {
  return (
    <ActionForm {...form} hidden={{ host }} label={`Retire ${host}`}>
      <FormFold summary={`Retire ${host}`}>
        <FormText name="reason" label="Why it is used no more" hint="What was recorded of it stays." required />
        <Submit disabledReason={disabledReason} tone="plain">
          Retire it
        </Submit>
      </FormFold>
    </ActionForm>
  )
}

/** Asks the host now how it is. Records nothing. */
export function ProbeForm({ host, phase, disabledReason, ...form }: Form & { host: string; phase: string }) {
  return (
    <ActionForm {...form} hidden={{ host, phase }} label={`Probe ${host}`} refusal="Not asked">
      <Submit disabledReason={disabledReason} tone="plain">
        Probe now
      </Submit>
    </ActionForm>
  )
}

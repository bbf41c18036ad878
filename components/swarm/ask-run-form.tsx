import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormRadios, FormSelect, FormText } from '#components/form/fields.tsx'
import { FormFold } from '#components/form/form-fold.tsx'
import { Submit } from '#components/form/submit.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { trunkOf } from '#lib/swarm/find-ref.ts'
import type { UsualRun } from '#lib/swarm/usual-run.ts'
import { versionBefore } from '#lib/swarm/version-before.ts'
import { type RunProfile, runProfiles } from '#lib/swarm/words.ts'
import { capital } from '#lib/words/capital.ts'

/** What a host has to choose from; a sentence: it could not be asked. */
export type RefChoices = { commit: string; name: string }[] | string

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  failure: string
  host: string
  /** Of the recipe, where the failure was seen; null: nobody said. */
  version: string | null
  /** What the form begins with. */
  usual: UsualRun
  refs: RefChoices
  harnessRefs: RefChoices
  /** What the host offers, in its words; null: it was not asked yet. */
  profiles: readonly { name: string; words: string }[] | null
  /** Gates whose claim a run may wait for. */
  gates: readonly string[]
  disabledReason: string | null
}

/** A run with everything to choose: what it tests, what else the node does, what it waits for. */
export function AskRunForm({ action, commandId, phase, failure, host, usual, disabledReason, ...choice }: Props) {
  const { refs, harnessRefs, version, profiles, gates } = choice
  const from = version === null || typeof refs === 'string' ? null : versionBefore(refs, version)
  return (
    <ActionForm
      action={action}
      commandId={commandId}
      hidden={{ phase, failure, host }}
      label={`Ask for a run of ${failure}`}
      refusal="Not queued"
    >
      <div className="grid items-start gap-x-6 wide:grid-cols-2">
        <div>
          <Panel title="What it tests">
            <RefField name="chosen" label="Recipe at" host={host} refs={refs} usual={usual.commit} none={MAIN} />
            <FormText
              name="commit"
              label="Or a commit"
              hint="All 40 digits. It wins over what is chosen above."
              spellCheck={false}
            />
            <FormText
              name="pullRequest"
              width="short"
              label="Pull request"
              inputMode="numeric"
              hint="Its number, where the run is to verify one."
              defaultValue={usual.pullRequest ?? ''}
            />
          </Panel>
          <Panel title="By which harness">
            <RefField
              name="chosenHarness"
              label="Harness at"
              host={host}
              refs={harnessRefs}
              usual={usual.harness}
              none="the host’s own"
            />
            <FormText
              name="harness"
              label="Or a commit"
              hint="All 40 digits; it gets a worktree of its own."
              spellCheck={false}
            />
          </Panel>
        </div>
        <Panel title="How">
          <FormRadios
            name="profile"
            label="Profile"
            defaultValue={usual.profile}
            cards={runProfiles.map((profile) => profileCard(profile, profiles))}
            required
          />
          {/* Open where it may be chosen: both are needed then. Empty for every other profile, so nothing is filled in. */}
          <FormFold summary="For the warm advance: from and to" open={offers(profiles, 'promote')}>
            <FormText name="from" width="medium" label="From version" hint={`Like ${from ?? EXAMPLE}.`} />
            <FormText
              name="to"
              width="medium"
              label="To version"
              hint={version === null ? undefined : `Like ${version}.`}
            />
          </FormFold>
          {gates.length > 0 && (
            <FormSelect
              name="afterClaimOn"
              width="medium"
              label="When"
              choices={[
                { value: '', label: 'as soon as the node is free' },
                ...gates.map((gate) => ({ value: gate, label: `wait for the claim on ${gate}` })),
              ]}
            />
          )}
          <FormText name="remark" label="Remark" />
          <Submit disabledReason={disabledReason}>Queue the run</Submit>
        </Panel>
      </div>
    </ActionForm>
  )
}

type RefProps = { name: string; label: string; host: string; refs: RefChoices; usual: string | null; none: string }

/** `none`: what nothing chosen means. Where the host was asked, main is chosen as the commit that it is now. */
function RefField({ name, label, host, refs, usual, none }: RefProps) {
  const known = typeof refs === 'string' ? [] : refs
  const held = known.find(({ commit }) => usual !== null && commit.startsWith(usual))
  const trunk = none === MAIN ? trunkOf(known) : null
  const nothing = trunk === null ? [{ value: '', label: none === MAIN && known.length > 0 ? NO_MAIN : none }] : []
  const asCited =
    usual === null || held !== undefined ? [] : [{ value: usual, label: `${usual.slice(0, 8)}, as claimed or cited` }]
  const choices = [
    ...asCited,
    ...nothing,
    ...known.map((ref) => ({ value: `${ref.commit} ${ref.name}`, label: `${ref.name}, ${ref.commit.slice(0, 8)}` })),
  ]
  const first = held ?? (usual === null ? trunk : null)
  const begun = first === null ? choices[0]?.value : `${first.commit} ${first.name}`
  return (
    <>
      <FormSelect name={name} label={label} defaultValue={begun ?? ''} choices={choices} />
      {typeof refs === 'string' && (
        <Note>
          {host} cannot be asked for its references now: {refs}
        </Note>
      )}
    </>
  )
}

const MAIN = 'main (master where there is no main)'
const NO_MAIN = 'choose: it has neither main nor master'
const EXAMPLE = '3.5.3+1.24.2-rootless'

const offers = (offered: Props['profiles'], profile: RunProfile): boolean =>
  offered === null || offered.some(({ name }) => name === profile)

function profileCard(profile: RunProfile, offered: Props['profiles']) {
  const said = offered?.find(({ name }) => name === profile)
  const absent = !offers(offered, profile)
  return {
    value: profile,
    label: capital(PROFILE_LABEL[profile]),
    hint: absent ? 'This host does not offer it.' : said?.words || PROFILE_HINT[profile],
    disabled: absent,
  }
}

const PROFILE_LABEL = {
  alone: 'cold, alone',
  load: 'cold, under load',
  promote: 'the warm advance',
  warm: 'warm',
} satisfies Record<RunProfile, string>

const PROFILE_HINT = {
  alone: 'Nothing else may run: checked before and after.',
  load: 'A recorded load runs beside it, and ends when it ends.',
  promote: 'From one version to the next, on the kept volume.',
  warm: 'On the kept volume.',
} satisfies Record<RunProfile, string>

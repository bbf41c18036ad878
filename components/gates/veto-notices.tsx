import { FormAlert } from '#components/look/form-alert.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { ROLE_WORD } from '#lib/people/roles.ts'
import type { VetoFacts } from '#lib/phases/phase-facts.ts'

/** Every veto that stands, above everything else. */
export function VetoNotices({ vetoes, now }: { vetoes: VetoFacts[]; now: Date }) {
  return vetoes.map((veto) => (
    <FormAlert key={veto.veto} title={`Veto on ${veto.gate ?? 'the phase'}`}>
      <span className="line-clamp-6">{veto.reason}</span>
      <span className="text-mute">
        {veto.role === 'system' ? '' : ROLE_WORD[veto.role]}, <UtcTime at={veto.at} now={now} />
      </span>
    </FormAlert>
  ))
}

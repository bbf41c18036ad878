import { Commands } from '#components/look/definition.tsx'
import { FormAlert } from '#components/look/form-alert.tsx'
import { Note } from '#components/look/panel.tsx'

type Props = { host: string; shown: { fingerprint: string; keyType: string }; pinned: string | null }

/** The key a host shows, and how to tell that it is the host's. One that changed is said loudly. */
export function HostKeyWords({ host, shown, pinned }: Props) {
  const changed = pinned !== null && pinned !== shown.fingerprint
  return (
    <>
      {changed && (
        <FormAlert title={`The key of ${host} has changed`}>
          It was known by <span className="font-mono">{pinned}</span>. Either the host was set up anew, or somebody
          stands between. Nothing connects to it until the Operator has compared the key and confirmed the new one.
        </FormAlert>
      )}
      <p className="mb-1">
        {host} shows this {keyName(shown.keyType)} key:
      </p>
      <p className="mb-2.5 font-mono text-sm wrap-anywhere">{shown.fingerprint}</p>
      {pinned === shown.fingerprint ? (
        <Note>It is the one that was confirmed.</Note>
      ) : (
        <>
          <Note>Compare it with what the host says of itself. On the host:</Note>
          <Commands>{`ssh-keygen -lf ${fileOf(shown.keyType)}`}</Commands>
          <Note>The two have to be the same to the last character.</Note>
        </>
      )}
    </>
  )
}

const keyName = (keyType: string): string => keyType.replace(/^ssh-/, '').replace(/^ecdsa-.*/, 'ecdsa')
const fileOf = (keyType: string): string => `/etc/ssh/ssh_host_${keyName(keyType)}_key.pub`

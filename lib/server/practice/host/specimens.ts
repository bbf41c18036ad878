/** A commit of a generated repository. `after` is the index of its parent, `replace` words changed in the texts of its folder. */
type Commit = {
  folder: string
  branch: string
  message: string
  after?: number
  tag?: string
  replace?: readonly (readonly [string, string])[]
}
export type History = { name: string; commits: readonly Commit[] }

/** The release before is the release itself with older versions written into it. */
const released = (
  name: string,
  [before, now]: readonly [string, string],
  replace: readonly (readonly [string, string])[],
  fixes: readonly (readonly [branch: string, message: string])[],
): History => ({
  name,
  commits: [
    { folder: `${name}/main`, branch: 'main', message: `Release ${before}`, tag: before, replace },
    { folder: `${name}/main`, branch: 'main', message: `Release ${now}`, tag: now, after: 0 },
    ...fixes.map(([branch, message], at) => ({ folder: `${name}/${branch}`, branch, message, after: at + 1 })),
  ],
})

/** The six of redfix, with folders relative to `recipes/`. */
export const SPECIMENS: readonly History[] = [
  released(
    'discourse',
    ['0.8.0+3.4.7', '0.8.1+3.5.0'],
    [
      ['0.8.1+3.5.0', '0.8.0+3.4.7'],
      ['discourse:3.5.0', 'discourse:3.4.7'],
    ],
    [
      ['fix-1', 'Use the official image, which runs its own Sidekiq (#4)'],
      ['fix', 'Take sidekiq out of compose.smtpauth.yml as well (#4)'],
    ],
  ),
  released(
    'mattermost-lts',
    ['2.1.8+10.11.14', '2.1.9+10.11.15'],
    [
      ['2.1.9+10.11.15', '2.1.8+10.11.14'],
      ['edition:10.11.15', 'edition:10.11.14'],
    ],
    [['fix', 'Back up the dump alone and restore it']],
  ),
  {
    name: 'mumble',
    commits: [
      { folder: 'mumble/main', branch: 'main', message: 'Release 1.0.0+v1.6.870-0', tag: '1.0.0+v1.6.870-0' },
      { folder: 'mumble/fix', branch: 'fix', message: 'Limit the messages of one client', after: 0 },
    ],
  },
  released(
    'bluesky-pds',
    ['0.1.1+v0.4', '0.2.0+v0.4'],
    [['0.2.0+v0.4', '0.1.1+v0.4']],
    [['fix', 'Give the server a name that no other stack has']],
  ),
  released(
    'gitea',
    ['3.5.3+1.24.2-rootless', '3.6.0+1.25.0-rootless'],
    [
      ['3.6.0+1.25.0-rootless', '3.5.3+1.24.2-rootless'],
      ['gitea:1.25.0-rootless', 'gitea:1.24.2-rootless'],
    ],
    [['fix', 'Keep the JWT secret in the volume: app.ini is read-only']],
  ),
  released(
    'keycloak',
    ['10.7.0+26.5.1', '10.7.1+26.5.2'],
    [
      ['10.7.1+26.5.2', '10.7.0+26.5.1'],
      ['keycloak:26.5.2', 'keycloak:26.5.1'],
    ],
    [],
  ),
]

/** Folders relative to this one. */
export const HARNESS: History = {
  name: 'harness',
  commits: [
    { folder: 'harness', branch: 'main', message: 'The practice harness' },
    { folder: 'harness-fix', branch: 'fix', message: 'Give canonicals a domain that no live service has', after: 0 },
  ],
}

export const FAILURES = ['discourse', 'mattermost-lts', 'mumble', 'bluesky-pds', 'gitea', 'keycloak'] as const
export type FailureName = (typeof FAILURES)[number]

/** Red only under load; the others always are. */
export const FLAKY: FailureName = 'mumble'

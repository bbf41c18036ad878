/** Set by `proxy.ts` for every page: server components do not know their own address. Never decides anything. */
export const PATH_HEADER = 'x-gatehouse-path'

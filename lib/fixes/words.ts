/** What kind of change mends a failure (DOMAIN 2): a pull request to the recipe, a change to the harness, or one that makes a flake steady. */
export const fixKinds = ['recipe-pr', 'harness-change', 'stabilisation'] as const
export type FixKind = (typeof fixKinds)[number]
export const FIX_KIND_WORD = {
  'recipe-pr': 'recipe pull request',
  'harness-change': 'harness change',
  stabilisation: 'stabilisation',
} satisfies Record<FixKind, string>

/** Where the change stands in its repository. */
export const fixStates = ['open', 'merged', 'closed'] as const
export type FixState = (typeof fixStates)[number]
/** Where a fix may stand when it is attached. */
export const attachableStates = ['open', 'merged'] as const satisfies readonly FixState[]

/** How a fix is verified: `!testme` on its pull request, the harness in a worktree of its own, or green under load. */
export const fixRoutes = ['testme', 'harness', 'load'] as const
export type FixRoute = (typeof fixRoutes)[number]
export const FIX_ROUTE_WORD = {
  testme: '!testme on the pull request',
  harness: 'the harness, in a worktree of its own',
  load: 'green under load',
} satisfies Record<FixRoute, string>

/** The route that belongs to a kind, offered first. */
export const USUAL_ROUTE = {
  'recipe-pr': 'testme',
  'harness-change': 'harness',
  stabilisation: 'load',
} satisfies Record<FixKind, FixRoute>

/** Whether the recipe has a warm advance that has to work again (DOMAIN 2.6). */
export const promotions = ['promotes', 'nothing-promoted'] as const
export type Promotion = (typeof promotions)[number]

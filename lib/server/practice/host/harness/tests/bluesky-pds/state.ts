import { httpState } from '../generic/http-state.ts'

/** The server behind the door, whatever the recipe calls it. */
const serverOf = (names: readonly string[]): string => names.find((name) => name !== 'caddy') ?? 'app'

export const state = httpState(
  (app) => serverOf(app.stack.services.map(({ name }) => name)),
  3000,
  '/xrpc/records',
  'a record that must last',
)

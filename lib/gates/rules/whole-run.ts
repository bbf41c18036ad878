import type { AttachedRun } from '#lib/runs/attached-run.ts'

/** From checkouts without local changes, the tests' too (a test made weaker is no fix), and not the harness's short mode. */
export const isWhole = ({ recipeCheckout, testCheckout, harnessCheckout, deployment }: AttachedRun): boolean =>
  deployment !== 'quick' && [recipeCheckout, testCheckout, harnessCheckout].every(({ clean }) => clean !== false)

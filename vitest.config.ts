import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lib,db,components,app}/**/*.test.ts', 'e2e/architecture/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 20_000,
  },
})

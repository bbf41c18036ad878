import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lib,db,components,app}/**/*.test.ts', 'e2e/{architecture,openssh,swarm}/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2, // by itself it leaves one of two cores to nobody
    testTimeout: 20_000,
  },
})

import type { NextConfig } from 'next'

const config: NextConfig = {
  distDir: process.env.GATEHOUSE_DIST ?? '.next',
  typedRoutes: true,
  // Types are checked once, by `npm run types`: a build is no place to learn that a test does not compile.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'ssh2', 'node-ssh', 'cpu-features'],
}

export default config

import type { NextConfig } from 'next'

const config: NextConfig = {
  distDir: process.env.GATEHOUSE_DIST ?? '.next',
  typedRoutes: true,
  // Above what a field may hold, so that too long a text is refused in words and kept, not cut off by the framework.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  // Types are checked once, by `npm run types`: a build is no place to learn that a test does not compile.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The title is in the head of every page from its first byte, not streamed in behind it: our pages know theirs at once.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'ssh2', 'node-ssh', 'cpu-features'],
}

export default config

import type { App, AppState } from '../../runner/app.ts'

const CHANNEL = 'a-channel-that-must-last'
const tool = async (app: App, ...words: string[]): Promise<string> =>
  (await app.exec('app', ['channel', ...words])).output

export const state: AppState = {
  create: async (app) => void (await tool(app, 'add', CHANNEL)),
  remove: async (app) => void (await tool(app, 'remove', CHANNEL)),
  isThere: async (app) => (await tool(app, 'list')).includes(CHANNEL),
}

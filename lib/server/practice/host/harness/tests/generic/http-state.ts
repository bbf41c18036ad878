import type { App, AppState } from '../../runner/app.ts'

/** State as one text in a list that an HTTP API keeps: POST adds it, DELETE takes it away, GET shows all. */
export function httpState(service: (app: App) => string, port: number, path: string, text: string): AppState {
  const ask = async (app: App, method: string): Promise<string> => {
    const reply = await app.inside(service(app), port, path, { method, body: method === 'GET' ? '' : text })
    if (reply.status < 200 || reply.status > 299)
      throw new Error(`${method} ${path}: ${reply.status} ${reply.why}${reply.body}`)
    return reply.body
  }
  return {
    create: async (app) => void (await ask(app, 'POST')),
    remove: async (app) => void (await ask(app, 'DELETE')),
    isThere: async (app) => (await ask(app, 'GET')).includes(text),
  }
}

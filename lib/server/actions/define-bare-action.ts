import { assertSameOrigin } from '../refuse-foreign.ts'
import { goTo } from './go-to.ts'

/** For a button that carries nothing and that anybody may press: from here? -> do -> show. `run` answers with the path to go to. */
export function defineBareAction(run: () => Promise<string>): () => Promise<void> {
  return async () => {
    await assertSameOrigin()
    goTo(await run())
  }
}

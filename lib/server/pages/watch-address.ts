import { authSecret } from '../auth/secret.ts'
import { readConfiguration } from '../configuration.ts'
import { watchKey } from './watch-key.ts'

/** The stakeholders' page of a phase: whoever has this address may read it, without an account. Writes nothing. */
export const watchAddress = (phase: string): string =>
  `/watch/${watchKey(authSecret(readConfiguration().dataFolder), phase)}`

import { httpState } from '../generic/http-state.ts'

export const state = httpState(() => 'app', 8080, '/realms', 'a-realm-that-must-last')

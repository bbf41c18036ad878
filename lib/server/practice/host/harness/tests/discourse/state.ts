import { httpState } from '../generic/http-state.ts'

export const state = httpState(() => 'app', 3000, '/topics', 'a topic that must last')

import { httpState } from '../generic/http-state.ts'

export const state = httpState(() => 'app', 8065, '/api/v4/posts', 'a post that must last')

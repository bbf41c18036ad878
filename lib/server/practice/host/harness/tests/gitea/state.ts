import { httpState } from '../generic/http-state.ts'

export const state = httpState(() => 'app', 3000, '/api/v1/repos', 'a repository that must last')

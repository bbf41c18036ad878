/** Where rows stand, below /api/v1. */
export const PHASE = '/phases/{phase}'
export const FAILURE = `${PHASE}/failures/{failure}`
export const GATE = `${PHASE}/gates/{gate}`
export const FINDING = `${PHASE}/findings/{finding}`

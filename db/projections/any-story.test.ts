import { afterAll } from 'vitest'
import { removeDatabases } from '../testing/databases.ts'
import { aCheckedGate, aFailedGate, aPassedGate, aRuledGate } from '../testing/gates.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { tellStories } from '../testing/stories/tell-stories.ts'

afterAll(removeDatabases)

// What is asked is about half of what they come to.
const AT_LEAST = {
  ...{ 'M1 passed': 40, 'M1 failed': 10, 'M1 stale': 15, 'M2 claimed': 10, 'M2 passed': 1 },
  ...{ 'claimed again': 25, carried: 5, vetoed: 10 },
}
tellStories([aPhaseAlone, aCheckedGate, aFailedGate, aRuledGate, aPassedGate], AT_LEAST)

import { afterAll } from 'vitest'
import { removeDatabases } from '../testing/databases.ts'
import { aCheckedFix, aDonePhase, aFailedFix, aFixedPhase, aPassedFix } from '../testing/fixes.ts'
import { tellStories } from '../testing/stories/tell-stories.ts'

afterAll(removeDatabases)

// What is asked is about half of what they come to.
const AT_LEAST = {
  ...{ 'M2 passed': 30, 'M2 failed': 10, 'M2 stale': 15, 'DONE standing': 25, 'DONE reopened': 20 },
  ...{ 'claimed again': 30, carried: 15, vetoed: 25 },
}
tellStories([aFixedPhase, aCheckedFix, aFailedFix, aPassedFix, aDonePhase], AT_LEAST)

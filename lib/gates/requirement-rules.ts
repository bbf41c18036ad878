import type { RequirementId } from './requirements.ts'
import { carried, cited, classified, reproduced } from './rules/cause-rules.ts'
import { fixAttached, fixVerified, promotes } from './rules/fix-rules.ts'
import { nothingWorse } from './rules/nothing-worse.ts'
import type { Rule } from './rules/rule.ts'
import { noFinding, nothingOwed, ownCheck } from './rules/shared-rules.ts'
import { judgeRuling } from './ruling-standing.ts'

/** What each requirement asks, in words, and how it is answered. Answers that pass are given too: a gate that opened must show why. */
export const REQUIREMENT_RULES = {
  classified: { words: 'Classified on both axes', answer: classified },
  reproduced: { words: 'Reproduced alone, or shown by reading', answer: reproduced },
  cited: { words: 'The cause rests on cited evidence', answer: cited },
  carried: { words: 'The evidence carries the claim', answer: carried },
  'fix-attached': { words: 'A fix attached and unmerged', answer: fixAttached },
  'fix-verified': { words: 'Verified at its head commit, by its own route', answer: fixVerified },
  promotes: { words: 'Promotes, or passes where nothing is promoted', answer: promotes },
  'nothing-worse': { words: 'Nothing worse than before the fix, lint included', answer: nothingWorse },
  'nothing-owed': { words: 'Nothing owed before this gate', answer: nothingOwed },
  'no-finding': { words: 'No open finding', answer: noFinding },
  'own-check': { words: 'The Adversary’s own check', answer: ownCheck },
  ruled: { words: 'Ruled PASS, fresh', answer: judgeRuling },
} satisfies Record<RequirementId, { words: string; answer: Rule }>

import { z } from 'zod'
import { tierStatuses } from '../tiers.ts'

/** Each message is the end of a sentence; `explainIssue` puts the name of the field before it. */
const shown = (value: unknown) => {
  if (value === undefined) return 'missing'
  const json = JSON.stringify(value) ?? typeof value
  return json.length > 60 ? `${json.slice(0, 60)}…` : json
}
const isNot = (wanted: string) => (issue: { input?: unknown }) =>
  issue.input === undefined
    ? `is missing; ${wanted} was expected.`
    : `is ${shown(issue.input)}; ${wanted} was expected.`

const Status = z.enum(tierStatuses, {
  error: (issue) =>
    typeof issue.input === 'string'
      ? `has the status “${issue.input.slice(0, 40)}”; known are ${tierStatuses.join(', ')}.`
      : `has no status; known are ${tierStatuses.join(', ')}.`,
})
const hasNoControls = (text: string) => !/\p{Cc}/u.test(text)
const Name = z
  .string({ error: isNot('a name') })
  .trim()
  .min(1, 'is empty.')
  .max(1000, 'is longer than 1,000 characters.')
  .refine(hasNoControls, 'has control characters in it.')
const Text = z.string({ error: isNot('a text') }).max(10_000, 'is longer than 10,000 characters.')
const Flag = z
  .boolean({ error: isNot('true or false') })
  .nullish()
  .transform((flag) => flag ?? null)

const Test = z.object(
  {
    name: Name,
    status: Status,
    ms: z
      .number({ error: isNot('a number of milliseconds') })
      .nonnegative('is below 0.')
      .nullish()
      .transform((ms) => (ms == null ? null : Math.round(ms))),
  },
  { error: isNot('an object') },
)
const Stage = z.object(
  {
    name: Name,
    status: Status,
    tests: z
      .array(Test, { error: isNot('a list of tests') })
      .max(20_000, 'has more than 20,000 tests.')
      .nullish()
      .transform((tests) => tests ?? []),
  },
  { error: isNot('an object') },
)

/** Seconds since 1970, from the harness's clock. A number thirteen digits long is milliseconds and would be the year 50,000. */
const Finished = z
  .number({ error: isNot('a number of seconds since 1970') })
  .refine((s) => s >= 1_500_000_000 && s < 10_000_000_000, {
    error: (issue) => `is ${shown(issue.input)}, which is no time in seconds since 1970.`,
  })
  .nullish()
  .transform((seconds) => (typeof seconds === 'number' ? new Date(Math.floor(seconds * 1000)).toISOString() : null))

/** A pull request comes from an environment variable: a number, digits in a text, an empty text or nothing. */
const PullRequest = z
  .union(
    [
      z.int({ error: isNot('the number of a pull request') }).nonnegative('is below 0.'),
      z.string().regex(/^\d{0,9}$/, { error: isNot('the number of a pull request') }),
    ],
    { error: isNot('the number of a pull request') },
  )
  .nullish()
  .transform((pr) => (pr === null || pr === undefined || pr === '' ? null : Number(pr) || null))

const common = {
  recipe: Name.max(100, 'is longer than 100 characters.').regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
    error: (issue) => `is ${shown(issue.input)}, which cannot be the name of a recipe.`,
  }),
  version: Name.nullish().transform((version) => version ?? null),
  pr: PullRequest,
  ref: z
    .union([Name, z.literal('')], { error: isNot('a text') })
    .nullish()
    .transform((ref) => ref || null),
  run_id: z
    .union([Name, z.int({ error: isNot('a name or a number') }).nonnegative('is below 0.')], {
      error: isNot('a name or a number'),
    })
    .transform(String),
  finished: Finished,
  stages: z.array(Stage, { error: isNot('a list of stages') }).max(100, 'has more than 100 stages.'),
  flags: z
    .object({ clean_teardown: Flag, no_secret_leak: Flag }, { error: isNot('an object') })
    .nullish()
    .transform((flags) => flags ?? { clean_teardown: null, no_secret_leak: null }),
}
const level = (highest: number) =>
  z
    .int({ error: isNot(`a level from 0 to ${highest}`) })
    .min(0, 'is below 0.')
    .max(highest, { error: (issue) => `is ${shown(issue.input)}; the highest of this schema is ${highest}.` })
    .nullish()
    .transform((reached) => reached ?? null)

export const ResultsSchema1 = z.object({
  ...common,
  level: level(6),
  level_cap_reason: Text.nullish().transform((reason) => reason ?? null),
})

export const ResultsSchema2 = z.object({
  ...common,
  level: level(5),
  level_cap_reason: Text.nullish().transform((reason) => reason ?? null),
  lint: z
    .object(
      {
        status: Status,
        rules_failed: z
          .array(Name, { error: isNot('a list of rules') })
          .nullish()
          .transform((rules) => rules ?? []),
      },
      { error: isNot('an object') },
    )
    .nullish(),
  skips: z
    .object(
      {
        intentional: z.record(z.string(), Text, { error: isNot('an object of reasons') }).nullish(),
        unintentional: z.array(Name, { error: isNot('a list of names') }).nullish(),
      },
      { error: isNot('an object') },
    )
    .nullish(),
})

import { fileClaim } from '#db/claims/file-claim.ts'
import { proposeClassification } from '#db/classifications/propose-classification.ts'
import type { Db } from '#db/db.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { meetObligation } from '#db/obligations/meet-obligation.ts'
import { owe } from '#db/obligations/owe.ts'
import { excludeRun } from '#db/runs/exclude-run.ts'
import { attachedRun, citedCode, GREEN, recordedObservation, typedClassification } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import { factsOf, gateOf } from '#db/testing/phases.ts'
import { recordRuling } from '#db/verdicts/record-ruling.ts'
import { prefillStatement } from '#lib/claims/prefill-statement.ts'
import type { RulingResult } from '#lib/verdicts/inputs.ts'
import { asAdversaryNow, asBuilderNow } from './scenario-now.ts'

const CAUSES = {
  discourse: [
    'always-red',
    'stale-test',
    'The overlay test asks for an image that was never released.',
    'The app was fine; an outdated test was wrong about it.',
  ],
  'mattermost-lts': [
    'always-red',
    'recipe',
    'The backup has a dump, and no restore hook brings it back.',
    'Restoring a backup loses data.',
  ],
  mumble: [
    'flaky-load',
    'recipe',
    'The handshake gives up after one second, which a busy host does not make.',
    'Fails only when the server is busy.',
  ],
  'bluesky-pds': [
    'always-red',
    'recipe',
    'Two services answer to the alias “app” on the proxy network.',
    'Two apps answer to the same internal name.',
  ],
  gitea: [
    'always-red',
    'recipe',
    'app.ini is mounted read-only, so that 3.6.0 cannot save the JWT secret.',
    'The upgrade cannot write its settings file.',
  ],
  keycloak: [
    'always-red',
    'warm-machinery',
    'The warm domain equals that of the live provider.',
    'Its test address is the one the live service uses.',
  ],
} as const

/** Goes on from the seeded redfix to the middle of its review: M1 claimed, two PASS, one FAIL with a finding, one stale, two open. */
export function fillRedfix(db: Db): void {
  const evidence = attachEvidence(db)
  for (const [failure, [behaviour, place, cause, plainWords]] of Object.entries(CAUSES))
    classify(db, failure, evidence[failure] ?? [], { behaviour, place, cause, plainWords })
  writeAboutMumble(db)
  claim(db, 'M1')
  const own = { discourse: attachedRun(db, 'discourse', { level: 1 }, asAdversaryNow) }
  attachedRun(db, 'mattermost-lts', {}, asAdversaryNow)
  attachedRun(db, 'mumble', GREEN, asAdversaryNow)
  citedCode(db, 'keycloak', {}, asAdversaryNow)
  citedCode(db, 'gitea', {}, asAdversaryNow)
  meetWhatIsOwedOn(db, 'discourse', own.discourse)
  rule(db, 'discourse', 'pass')
  rule(db, 'mattermost-lts', 'pass')
  rule(db, 'mumble', 'fail')
  rule(db, 'keycloak', 'pass')
  classify(db, 'keycloak', evidence.keycloak ?? [], {
    cause: 'On second reading: the warm name is derived from the live one.',
  })
}

function attachEvidence(db: Db): { [failure: string]: string[] } {
  const red = attachedRun(db, 'mumble', { condition: 'load', remark: 'Under L8, four cores of load.' }, asBuilderNow)
  const overlapped = attachedRun(db, 'mumble', { condition: 'load' }, asBuilderNow)
  must(
    excludeRun(
      db,
      asAdversaryNow({
        phase: 'redfix',
        run: Number(overlapped.slice(1)),
        reason: 'gitea #7 overlapped it by 4m 10s.',
      }),
    ),
  )
  attachedRun(db, 'mumble', { condition: 'sweep', raisedAlarm: true }, asBuilderNow)
  attachedRun(db, 'gitea', { condition: 'promote', deployment: 'warm', conclusion: 'unver' }, asBuilderNow)
  return {
    discourse: [
      attachedRun(db, 'discourse', { level: 1 }, asBuilderNow),
      citedCode(db, 'discourse', { path: 'tests/overlay.py' }, asBuilderNow),
    ],
    'mattermost-lts': [
      attachedRun(db, 'mattermost-lts', {}, asBuilderNow),
      recordedObservation(db, 'mattermost-lts', {}, asBuilderNow),
    ],
    mumble: [...[1, 2, 3].map(() => attachedRun(db, 'mumble', GREEN, asBuilderNow)), red],
    'bluesky-pds': [recordedObservation(db, 'bluesky-pds', { output: '10.0.1.7 app\n10.0.1.9 app\n' }, asBuilderNow)],
    gitea: [citedCode(db, 'gitea', {}, asBuilderNow)],
    keycloak: [
      citedCode(
        db,
        'keycloak',
        { path: 'warm/domains.nix', lines: 'keycloak = "auth.example.org";\n', toLine: 7, shows: '' },
        asBuilderNow,
      ),
    ],
  }
}

function writeAboutMumble(db: Db): void {
  const note = { phase: 'redfix', failure: 'mumble', statedAt: null }
  must(
    writeNote(
      db,
      asBuilderNow({
        ...note,
        note: 'reasoning',
        text: 'It smells of load: the sweep ran eleven deploys beside it.',
      }),
    ),
  )
  must(writeNote(db, asBuilderNow({ ...note, note: 'log', text: 'Tried three times alone, all green.' })))
  must(
    writeNote(
      db,
      asAdversaryNow({
        ...note,
        note: 'pre-staging',
        text: 'Read compose.yml: one second is what it says.',
        statedAt: '2026-06-18T00:10:00Z',
      }),
    ),
  )
  must(
    owe(
      db,
      asAdversaryNow({
        phase: 'redfix',
        failure: 'mumble',
        by: 'builder',
        text: 'Two more reds under load.',
        before: 'M2',
      }),
    ),
  )
}

function meetWhatIsOwedOn(db: Db, failure: string, evidence: string): void {
  for (const { obligation, by } of factsOf(db).obligations.filter((one) => one.failure === failure && one.met === null))
    must(
      meetObligation(
        db,
        (by === 'builder' ? asBuilderNow : asAdversaryNow)({
          phase: 'redfix',
          obligation,
          evidence,
          how: 'Ran it cold myself.',
        }),
      ),
    )
}

const classify = (db: Db, failure: string, cites: string[], different: object) =>
  must(proposeClassification(db, asBuilderNow(typedClassification(failure, cites, different))))

/** Claims it as the form would be prefilled. */
export function claim(db: Db, gate: string, phase = 'redfix'): void {
  const facts = factsOf(db, phase)
  const parts = facts.failures.flatMap(({ failure }) => {
    const statement = prefillStatement(facts, gateOf(db, gate, phase), failure)
    return statement === null ? [] : [[failure, statement] as const]
  })
  must(fileClaim(db, asBuilderNow({ phase, gate, parts: Object.fromEntries(parts), answers: [] })))
}

export function rule(
  db: Db,
  failure: string,
  result: RulingResult,
  phase = 'redfix',
  reason = 'Seen again, cold.',
): void {
  const held = factsOf(db, phase).claims.find(({ gate }) => gate === 'M1')
  const digest = held?.parts.find((part) => part.failure === failure)?.digest ?? ''
  const typed = {
    phase,
    gate: 'M1',
    failure,
    digest,
    result,
    reason,
    cites: [],
    repro: 'run it alone, twice',
    stage: null,
    onRecord: null,
  }
  must(recordRuling(db, asAdversaryNow(typed)))
}

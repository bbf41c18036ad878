#!/bin/sh
# Redfix from the imported file to DONE by two programs, through the JSON door alone; each short cut on the way is refused, with a sentence.
#
#   BASE=http://127.0.0.1:3000 BUILDER_TOKEN=gh_… ADVERSARY_TOKEN=gh_… e2e/redfix-by-curl.sh
#
# Needs curl, and node to read JSON. Prints one line a step; ends with "DONE".
set -eu
: "${BASE:?the address of Gatehouse}" "${BUILDER_TOKEN:?a token of the Builder}" "${ADVERSARY_TOKEN:?a token of the Adversary}"
PHASE=$BASE/api/v1/phases/redfix
SIX='discourse mattermost-lts mumble bluesky-pds gitea keycloak'

builder() { TOKEN=$BUILDER_TOKEN "$@"; }
adversary() { TOKEN=$ADVERSARY_TOKEN "$@"; }

# ask GET|POST <path> [<body>]: the answer, whatever its status.
ask() {
  method=$1 path=$2
  shift 2
  curl -sS -X "$method" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" ${1+-d "$1"} "$PHASE$path"
}
# read_from '<expression of it>': one value out of the JSON that comes in.
read_from() { node -e "const it = JSON.parse(require('fs').readFileSync(0, 'utf8')); process.stdout.write(String($1) + '\\n')"; }
# post <path> <body>: must be recorded.
post() {
  answer=$(ask POST "$1" "$2")
  case $answer in
    '{"ok":true'*) printf 'recorded  %s\n' "$1" ;;
    *) printf 'NOT RECORDED  %s\n%s\n' "$1" "$answer" >&2; exit 1 ;;
  esac
}
# refused <path> <body> <words>: must be refused with these words, and record nothing; a dry run says the same.
refused() {
  for dry in '?dry_run=1' ''; do
    answer=$(ask POST "$1$dry" "$2")
    case $answer in
      '{"ok":false'*"$3"*) ;;
      *) printf 'NOT REFUSED so  %s\n%s\n' "$1" "$answer" >&2; exit 1 ;;
    esac
  done
  printf 'refused   %s: %s\n' "$1" "$(printf '%s' "$answer" | read_from 'it.sentence')"
}

minute=0
# run <failure> <condition> <conclusion> <tiers> [<more members>]: a cold run of eight minutes (a promote run is warm), ten minutes after the last.
run() {
  minute=$((minute + 10))
  start=$(node -p "new Date(Date.parse('2026-06-17T20:00:00Z') + $minute * 60000).toISOString()")
  end=$(node -p "new Date(Date.parse('2026-06-17T20:08:00Z') + $minute * 60000).toISOString()")
  deployment=cold
  [ "$2" = promote ] && deployment=warm
  post "/failures/$1/runs" "{\"condition\":\"$2\",\"deployment\":\"$deployment\",\"conclusion\":\"$3\",\"tiers\":{$4},
    \"recipe\":\"$1\",\"recipeVersion\":\"1.0.0+1.0\",\"recipeCommit\":\"0a06c41f\",\"recipeClean\":\"yes\",
    \"testCommit\":\"0a06c41f\",\"testClean\":\"yes\",\"harnessCommit\":\"5ad1c8e2\",\"harnessClean\":\"yes\",
    \"host\":\"cc-ci\",\"startedAt\":\"$start\",\"endedAt\":\"$end\"${5:+,$5}}"
}
GREEN='"lint":"pass","install":"pass","upgrade":"pass","backup":"pass","restore":"pass","custom":"pass"'
RED_UPGRADE='"lint":"pass","install":"pass","upgrade":"fail","backup":"pass","restore":"pass","custom":"pass"'
RED_RESTORE='"lint":"pass","install":"pass","upgrade":"pass","backup":"pass","restore":"fail","custom":"pass"'
RED_CUSTOM='"lint":"pass","install":"pass","upgrade":"pass","backup":"pass","restore":"pass","custom":"fail"'
STUCK='"install":"pass","upgrade":"fail"'
MOVED='"install":"pass","upgrade":"pass"'

code() {
  post "/failures/$1/code-references" "{\"repository\":\"recipes/$1\",\"commit\":\"9c1d44a0\",\"path\":\"compose.yml\",
    \"fromLine\":10,\"toLine\":10,\"lines\":\"$2\"}"
}
observe() {
  post "/failures/$1/observations" "{\"command\":\"getent hosts app\",\"output\":\"10.0.1.7 app\",\"host\":\"cc-ci\",\"observedAt\":\"2026-06-18T00:05:00Z\"}"
}
classify() {
  post "/failures/$1/classifications" "{\"behaviour\":\"$2\",\"place\":\"$3\",\"cause\":\"$4\",\"plainWords\":\"$4\",\"cites\":[$5]}"
}
# cites <failure> [<role>]: the names of all evidence on it, as JSON strings.
cites() {
  ask GET "/failures/$1" | read_from "it.failure.evidence.filter((one) => !'${2-}' || one.role === '${2-}').map((one) => JSON.stringify(one.ref)).join()"
}
# parts <what>: a claim's part for each of the six.
parts() {
  for failure in $SIX; do
    printf '%s"%s":{"what":"%s of %s","how":"run it","expected":{}}' "${comma-}" "$failure" "$1" "$failure"
    comma=,
  done
  unset comma
}
digest() { ask GET "/gates/$1" | read_from "it.gate.failures.find((one) => one.failure === '$2').digest"; }
claim_digest() { ask GET "/gates/$1" | read_from 'it.gate.claim.digest'; }
ruling() { printf '{"digest":"%s","result":"%s","reason":"Seen by myself.","repro":"run it","stage":"lint","cites":[%s]}' "$(digest "$1" "$2")" "$3" "$(cites "$2" adversary)"; }
rule() { post "/gates/$1/failures/$2/rulings" "$(ruling "$1" "$2" "$3")"; }
verdict() { post "/gates/$1/verdicts" "{\"digest\":\"$(claim_digest "$1")\",\"result\":\"$2\",\"reason\":\"As ruled.\"}"; }
refused_done() { builder refused /done '{"words":"All six are fixed."}' "$1"; }

echo '# Investigated, classified, claimed'
builder run discourse alone red "$RED_UPGRADE"
builder run mattermost-lts alone red "$RED_RESTORE"
builder run mattermost-lts alone red "$RED_RESTORE"
for _ in 1 2 3; do builder run mumble alone green "$GREEN"; done
for _ in 1 2 3; do builder run mumble load red "$RED_CUSTOM"; done
for failure in bluesky-pds gitea; do for _ in 1 2; do builder run "$failure" promote red "$STUCK"; done; done
for failure in discourse mattermost-lts gitea keycloak; do builder code "$failure" 'as it stands'; done
builder observe bluesky-pds
builder classify discourse always-red stale-test 'The overlay test asks for an unreleased image.' "$(builder cites discourse)"
builder classify mattermost-lts always-red recipe 'No restore hook brings the dump back.' "$(builder cites mattermost-lts)"
builder classify mumble flaky-load recipe 'The handshake gives up when the host is busy.' "$(builder cites mumble)"
builder classify bluesky-pds always-red recipe 'The alias app collides on the proxy network.' "$(builder cites bluesky-pds)"
builder classify gitea always-red recipe 'app.ini is mounted read-only.' "$(builder cites gitea)"
builder refused /gates/M1/claims "{\"parts\":{$(parts Cause)}}" 'keycloak (not classified yet)'
keycloak=$(builder cites keycloak)
builder classify keycloak always-red warm-machinery 'Its canonical domain is the live one.' "$keycloak"
builder post /gates/M1/claims "{\"parts\":{$(parts Cause)}}"

echo '# M1, judged on own checks'
builder refused /gates/M1/failures/mumble/rulings "$(builder ruling M1 mumble pass)" 'Only the Adversary may do this'
adversary refused /gates/M1/failures/mumble/rulings "$(adversary ruling M1 mumble pass)" 'PASS waits for your own check of mumble'
adversary run discourse alone red "$RED_UPGRADE"
adversary run mattermost-lts alone red "$RED_RESTORE"
adversary run mumble alone green "$GREEN"
adversary run bluesky-pds promote red "$STUCK"
adversary run gitea promote red "$STUCK"
adversary code keycloak 'read again'
for owed in $(adversary ask GET '' | read_from "it.phase.obligations.filter((one) => one.met === null && one.by === 'adversary').map((one) => one.obligation + ':' + one.failure).join(' ')"); do
  adversary post "/obligations/${owed%%:*}/meet" "{\"evidence\":$(adversary cites "${owed#*:}" adversary | tr ',' '\n' | tail -1),\"how\":\"Ran it cold.\"}"
done
for failure in $SIX; do adversary rule M1 "$failure" pass; done
adversary verdict M1 pass

echo '# Fixed, claimed; a lint rule is worse than before: FAIL'
fix() {
  post "/failures/$1/fixes" "{\"kind\":\"$2\",\"repository\":\"recipes/$1\",\"pullRequest\":$3,\"head\":\"$4\",\"state\":\"open\",\"route\":\"$5\",
    \"promotion\":\"$6\",\"promotionReason\":\"No warm name.\",\"changes\":\"It is mended.\"}"
}
builder fix discourse recipe-pr 4 f1f1f1f1 testme nothing-promoted
builder fix mattermost-lts recipe-pr 1 a1a1a1a1 testme nothing-promoted
builder fix mumble stabilisation 2 b2b2b2b2 load nothing-promoted
builder fix bluesky-pds recipe-pr 5 c5c5c5c5 testme promotes
builder fix gitea recipe-pr 3 c3c3c3c3 testme promotes
builder fix keycloak harness-change 9 a9a9a9a9 harness nothing-promoted
at() { printf '"recipeCommit":"%s","pullRequest":%s' "$1" "$2"; }
both_sides() {
  run mattermost-lts alone green "$GREEN" "$(at a1a1a1a1 1)"
  run bluesky-pds alone green "$GREEN" "$(at c5c5c5c5 5)"
  run bluesky-pds promote green "$MOVED" "$(at c5c5c5c5 null)"
  run gitea alone green "$GREEN" "$(at c3c3c3c3 3)"
  run gitea promote green "$MOVED" "$(at c3c3c3c3 null)"
  run keycloak alone green "$GREEN" '"harnessCommit":"a9a9a9a9"'
  run mumble load green "$GREEN" '"recipeCommit":"b2b2b2b2"'
}
builder both_sides
for _ in 1 2; do builder run mumble load green "$GREEN" '"recipeCommit":"b2b2b2b2"'; done
builder run discourse alone green "$GREEN" "$(at f1f1f1f1 4)"
builder post /gates/M2/claims "{\"parts\":{$(parts Fix)}}"
adversary both_sides
adversary run discourse alone green '"lint":"fail","install":"pass","upgrade":"pass","backup":"pass","restore":"pass","custom":"pass"' "$(at f1f1f1f1 4),\"rulesFailed\":\"R011\""
adversary refused /gates/M2/failures/discourse/rulings "$(adversary ruling M2 discourse pass)" 'R011 passed before, fails at this head'
for failure in $SIX; do [ "$failure" = discourse ] || adversary rule M2 "$failure" pass; done
adversary rule M2 discourse fail
adversary verdict M2 fail
refused_done 'F-redfix-1 on discourse is open'
builder refused /findings/F-redfix-1/close '{"reason":"It is fixed."}' 'Only the Adversary may do this'

echo '# The fix moves, M2 is claimed again: five rulings are carried'
number=$(builder ask GET /failures/discourse | read_from 'it.failure.fixes[0].fix')
builder post "/fixes/$number/update" '{"head":"e2e2e2e2","state":"open","how":"git ls-remote"}'
builder run discourse alone green "$GREEN" "$(at e2e2e2e2 4)"
old=$(adversary ruling M2 discourse pass)
builder post /gates/M2/claims "{\"parts\":{$(parts Fix)},\"answers\":{\"F-redfix-1\":\"The overlay no longer names sidekiq.\"}}"
adversary refused /gates/M2/failures/discourse/rulings "$old" 'While you wrote, revision 2 replaced what you were reading'
test "$(adversary ask GET /gates/M2 | read_from 'it.gate.failures.filter((one) => one.carriedFrom === 1).length')" = 5
adversary run discourse alone green "$GREEN" "$(at e2e2e2e2 4)"
adversary refused /gates/M2/failures/discourse/rulings "$(adversary ruling M2 discourse pass)" 'F-redfix-1 is addressed, not closed'
adversary post /findings/F-redfix-1/close "{\"reason\":\"Lint passes at the new head.\",\"cites\":[$(adversary cites discourse adversary)]}"
adversary rule M2 discourse pass
adversary verdict M2 pass

echo '# DONE'
adversary post /vetoes '{"reason":"Somebody deployed on the node."}'
refused_done 'the phase is vetoed'
veto=$(adversary ask GET '' | read_from 'it.phase.vetoes[0].veto')
adversary post "/vetoes/$veto/lift" '{"reason":"It was the probe."}'
builder classify keycloak always-red warm-machinery 'On second reading.' "$keycloak"
refused_done 'PASS is stale'
builder classify keycloak always-red warm-machinery 'Its canonical domain is the live one.' "$keycloak"
builder post "/fixes/$number/update" '{"head":"e2e2e2e2","state":"merged","how":"It looked merged."}'
refused_done 'was merged'
adversary post "/fixes/$number/update" '{"head":"e2e2e2e2","state":"open","how":"It is open."}'
test "$(builder ask GET '/turn?wait=600' | read_from 'it.yours')" = true
builder post /done '{"words":"All six are fixed and verified green."}'
refused_done 'The phase is DONE since'
echo DONE

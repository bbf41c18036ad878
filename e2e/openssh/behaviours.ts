/** What the harness of a test host does, chosen by the commit of the recipe: a fragment of shell that it sources. */
export const BEHAVIOURS = {
  green: 'echo one; echo two; results pass',
  red: 'echo one; results fail; exit 1',
  /** A line each tenth of a second. */
  slow: 'at=0; while [ $at -lt 40 ]; do at=$((at + 1)); echo "line $at"; sleep 0.1; done; results pass',
  stamped: 'at=0; while [ $at -lt 400 ]; do at=$((at + 1)); date +%s%N; sleep 0.02; done; results pass',
  silent: 'echo begins; sleep 13; echo ends; results pass',
  minute: 'at=0; while [ $at -lt 600 ]; do at=$((at + 1)); echo "line $at"; sleep 0.1; done; results pass',
  endless: 'at=0; while :; do at=$((at + 1)); echo "line $at"; sleep 0.2; done',
  stubborn: 'trap "" TERM; (trap "" TERM; while :; do sleep 1; done) & while :; do echo here; sleep 1; done',
  invalid:
    "printf 'before \\377\\376 \\303\\050 after\\n'; printf '\\360\\237\\230'; sleep 1; printf '\\200\\n'; results pass",
  longLine: "head -c 52428800 /dev/zero | tr '\\0' x; echo; results pass",
  big: 'seq 1 24400000; results pass',
  flood: 'yes "this is far too much"; results pass',
  /** 12 MB, slowly enough that a full disk is met on the way. */
  stream: 'at=0; while [ $at -lt 60 ]; do at=$((at + 1)); seq 1 32000; sleep 0.1; done; results pass',
  twenty: 'at=0; while [ $at -lt 20 ]; do at=$((at + 1)); echo "second $at"; sleep 1; done; results pass',
} as const
export type Behaviour = keyof typeof BEHAVIOURS

export const HARNESS = `#!/bin/sh
results() {
  mkdir -p "$RESULTS_DIR"
  cat >"$RESULTS_DIR/results.json" <<RESULTS
{ "schema": 2, "recipe": "$RECIPE", "version": "1.0.0+v1.6.870-0", "pr": null, "ref": null, "run_id": "$RUN_ID",
  "finished": $(date +%s), "level": 5, "rungs": {}, "results": {}, "flags": { "clean_teardown": true, "no_secret_leak": true },
  "stages": [ { "name": "install", "status": "pass", "tests": [] }, { "name": "custom", "status": "$1", "tests": [] } ] }
RESULTS
  echo 'R001 ok' >"$RESULTS_DIR/lint.txt"
}
. "$RECIPE_DIR/behave.sh"
`

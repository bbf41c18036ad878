import { SPECIMENS } from './specimens.ts'

export type HostFileFacts = {
  /** Absolute: the folder of the practice host, the same without spaces, the folder of this code, the Node that runs the harness. */
  folder: string
  plainFolder: string
  source: string
  node: string
  engine: 'processes' | 'swarm'
}

const VOLUMES = [
  'discourse_shared',
  'mattermost-lts_postgres',
  'mumble_data',
  'bluesky-pds_pds',
  'gitea_data',
  'keycloak_data',
]

/** A text as one word of a shell. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const LISTS_OF_PROCESSES = `# What runs is what has a folder under engine/stacks with the id of a living process in it.
services() {
  (set +f; for place in "$PRACTICE_FOLDER"/engine/stacks/*/*; do
    [ -s "$place/pid" ] && read -r pid <"$place/pid" && grep -qsF -e "$place" "/proc/$pid/cmdline" || continue
    service=\${place##*/} place=\${place%/*}; echo "\${place##*/}_$service 1/1"
  done)
}
stacks() { services | while read -r name _; do echo "\${name%_*}"; done | sort -u; }
volumes() { ls "$PRACTICE_FOLDER/engine/volumes" 2>/dev/null; :; }`

const LISTS_OF_A_SWARM = `services() { timeout 10 docker service ls --format '{{.Name}} {{.Replicas}}'; }
stacks() { timeout 10 docker stack ls --format '{{.Name}}'; }
volumes() { timeout 10 docker volume ls --format '{{.Name}}'; }`

/** The host file of the practice host: the same shell fragment that an Operator writes for a real one. */
export function hostFile({ folder, plainFolder, source, node, engine }: HostFileFacts): string {
  const names = SPECIMENS.map(({ name }) => name)
  return `# Written anew at each start of the practice host: changes here do not last.
HOST_NAME=practice
PRACTICE_FOLDER=${quote(folder)}
PRACTICE_SOURCE=${quote(source)}
PRACTICE_IMAGES=${quote(`${source}/images`)}
PRACTICE_ENGINE=${engine}
PRACTICE_NODE=${quote(node)}
export PRACTICE_FOLDER PRACTICE_SOURCE PRACTICE_IMAGES PRACTICE_ENGINE
STATE_DIR="$PRACTICE_FOLDER/state"
HARNESS_REPO=${quote(`${plainFolder}/repos/harness`)}
HARNESS_RUNS_DIR="$PRACTICE_FOLDER/runs"
RECIPES=${quote(names.map((name) => `${name}=${plainFolder}/repos/${name}`).join(' '))}
PROFILES='alone load promote warm'
DEADLINE_S=600
KILL_AFTER_S=10
BASELINE_STACKS=${quote(['proxy', 'live-oidc', ...names.map((name) => `warm-${name}`)].join(' '))}
BASELINE_VOLUMES=${quote(['live-oidc_data', ...VOLUMES.map((name) => `warm-${name}`)].join(' '))}
DISK_PATH=${quote(plainFolder)}
# The load occupies the queue of the voice server, not this machine.
LOAD_CPU=0
LOAD_IO=0

practice_node() { "$PRACTICE_NODE" --disable-warning=ExperimentalWarning "$@"; }
boot_id() { cat "$PRACTICE_FOLDER/boot-id" 2>/dev/null || cat /proc/sys/kernel/random/boot_id; }
failed_units() { :; }

${engine === 'swarm' ? LISTS_OF_A_SWARM : LISTS_OF_PROCESSES}
# The harness's own locks, one per domain, each with the id of the process that holds it.
in_flight() {
  (set +f; for place in "$PRACTICE_FOLDER"/engine/locks/*; do
    [ -s "$place" ] && read -r pid <"$place" && grep -qsF run.ts "/proc/$pid/cmdline" && echo "pid $pid harness, domain \${place##*/}"
  done; :)
}
own_stack() { case $1 in "ci-$RECIPE-\${RUN_ID##*-}"*) ;; "warm-$RECIPE" | "warm-\${RECIPE}_"*) [ "$PROFILE" != alone ] ;; *) return 1 ;; esac; }

run_harness() { exec "$PRACTICE_NODE" --disable-warning=ExperimentalWarning runner/run.ts; }

profile_words() {
  case $1 in
    alone) echo 'cold, nothing else runs' ;;
    load) echo 'cold, while others occupy the queue of the voice server' ;;
    promote) echo 'the warm advance from one version to the next' ;;
    warm) echo 'at the warm name, on the volume that was kept' ;;
  esac
}
load_words() { echo '8 clients with 12 messages each waiting at the voice server'; }
# In a subshell: the script waits for the children of its own that bear load, and this one ends only when it is told to.
load_start() {
  ("$PRACTICE_NODE" --disable-warning=ExperimentalWarning "$PRACTICE_SOURCE/harness/tools/load.ts" "ci-$RECIPE-\${RUN_ID##*-}" >/dev/null 2>&1 &
  echo $! >"$STATE_DIR/load.pid")
}
load_stop() {
  [ -s "$STATE_DIR/load.pid" ] && read -r pid <"$STATE_DIR/load.pid" && grep -qsF load.ts "/proc/$pid/cmdline" && kill -TERM "$pid"
  rm -f "$STATE_DIR/load.pid"
}

look() { practice_node "$PRACTICE_SOURCE/harness/tools/look.ts" "$1"; }
DIAGNOSES='service-ls getent-app health'
diagnosis_words_service_ls() { echo 'docker service ls'; }
diagnose_service_ls() { look service-ls; }
diagnosis_words_getent_app() { echo 'getent ahosts app, in the network proxy'; }
diagnose_getent_app() { look getent-app; }
diagnosis_words_health() { echo 'curl …/xrpc/_health of warm-bluesky-pds, inside and through the proxy'; }
diagnose_health() { look health; }
`
}

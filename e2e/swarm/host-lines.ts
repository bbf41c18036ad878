import { resolve } from 'node:path'
import type { Docker } from './docker.ts'

/**
 * What follows in a host file upon the smoke harness that comes with Gatehouse: the swarm of this suite, shorter patience, and a stack of
 * siblings as part of the load. Everything that a probe asks for is said, so that it may also follow upon another host file.
 */
export const hostLines = (
  docker: Docker,
  recipes: string,
  siblings: string,
): string => `. ${resolve('lib/swarm/host/stack-smoke.host')}
export DOCKER_HOST=${docker.address}
HARNESS_REPO=
RECIPES='${recipes}'
BASELINE_STACKS='warm-*'
DEADLINE_S=120
KILL_AFTER_S=5
SAMPLE_S=1
UP_S=12
STAYS_S=2
LOAD_CPU=1
LOAD_IO=0
DISK_PATH=${docker.folder}
failed_units() { :; }
services() { timeout 10 docker service ls --format '{{.Name}} {{.Replicas}}'; }
stacks() { timeout 10 docker stack ls --format '{{.Name}}'; }
volumes() { timeout 10 docker volume ls --format '{{.Name}}'; }
own_stack() { case $1 in "$(stack_of_run)"* | siblings*) ;; *) return 1 ;; esac; }
load_words() { echo "$LOAD_CPU CPU worker and a stack of siblings"; }
load_start() { docker stack deploy --resolve-image never -c ${siblings} siblings >/dev/null; }
load_stop() { docker stack rm siblings >/dev/null 2>&1; }
`

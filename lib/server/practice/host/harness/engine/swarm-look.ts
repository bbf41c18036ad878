import { docker, dockerLines } from './docker.ts'
import type { Task } from './stack.ts'

type Inspected = {
  CreatedAt: string
  Spec: { Name: string; Labels: Record<string, string>; TaskTemplate: { Networks?: { Target: string }[] } }
}

/** What the practice harness deployed: services that say in a label which image they stand for. */
export async function tasksOfSwarm(): Promise<Task[]> {
  const rows = (
    await dockerLines('service', 'ls', '--filter', 'label=practice.image', '--format', '{{.Name}} {{.Replicas}}')
  ).map((line) => line.split(' '))
  if (rows.length === 0) return []
  const replicas = new Map(rows.map(([name = '', count = '']) => [name, count]))
  const inspected: Inspected[] = JSON.parse(await docker(['service', 'inspect', ...replicas.keys()]))
  return inspected.map(({ CreatedAt, Spec }) => {
    const stack = Spec.Labels['com.docker.stack.namespace'] ?? ''
    const count = replicas.get(Spec.Name) ?? ''
    return {
      ...{ stack, service: Spec.Name.slice(stack.length + 1), image: Spec.Labels['practice.image'] ?? '' },
      running: /^([1-9]\d*)\/\1\b/.test(count),
      networks: (Spec.TaskTemplate.Networks ?? []).map(({ Target }) => Target),
      ...{ labels: Spec.Labels, since: Date.parse(CreatedAt) },
    }
  })
}

export type ServiceState = { settled: boolean; failures: number; last: string }

type Shown = { CreatedAt: string; DesiredState: string; Status: { State: string; Timestamp: string; Err?: string } }

/** Settled: its update is done and its task has been up for a moment. Failures are those of tasks made since `since` (epoch ms). */
export async function serviceStates(service: string, since: number): Promise<ServiceState> {
  const update = await docker([
    'service',
    'inspect',
    '--format',
    '{{if .UpdateStatus}}{{.UpdateStatus.State}}{{end}}',
    service,
  ]).catch(() => 'none')
  const ids = await dockerLines('service', 'ps', '-q', '--no-trunc', service).catch(() => [])
  if (ids.length === 0) return { settled: false, failures: 0, last: '' }
  const tasks: Shown[] = JSON.parse(await docker(['inspect', '--type', 'task', ...ids]))
  // The clocks of daemon and harness are one; a second of slack for their rounding.
  const ended = tasks.filter(
    ({ CreatedAt, Status }) => /failed|complete|rejected/.test(Status.State) && Date.parse(CreatedAt) >= since - 1000,
  )
  const up = tasks.filter(({ DesiredState, Status }) => DesiredState === 'running' && Status.State === 'running')
  const settled = up.some(({ Status }) => Date.now() - Date.parse(Status.Timestamp) > 400)
  return {
    settled: settled && (update === '' || update === 'completed'),
    failures: ended.length,
    last: ended[0]?.Status.Err ?? '',
  }
}

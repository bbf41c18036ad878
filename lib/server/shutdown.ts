import { once } from './once.ts'

type Task = () => void

/**
 * For requests at hand. Next exits by itself once all connections are closed, but a browser holds an ended stream's connection open
 * for 5 s. Whatever is longer (an upload) may be cut: it is recorded whole or not at all.
 */
const PATIENCE_MS = 500

const tasks = () => once('shutdown', () => new Set<Task>())

/** `task` runs when the process is asked to end: abort a stream, stop a timer. Answers with how to take it back. */
export function onShutdown(task: Task): () => void {
  tasks().add(task)
  return () => {
    tasks().delete(task)
  }
}

/** Without it SIGTERM waits for minutes while an event stream is open. Safe to call twice. */
export function endOnSignals(): void {
  once('signals', () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end)
    return true
  })
}

function end(): void {
  for (const task of tasks()) {
    try {
      task()
    } catch (error) {
      console.error(error)
    }
  }
  setTimeout(() => process.exit(0), PATIENCE_MS).unref()
}

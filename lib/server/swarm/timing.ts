/** In milliseconds. What the supervisor allows the world. */
export const TIMING = {
  /** How often the record is asked whether something new is in it. */
  tickMs: 100,
  /** What nothing new was said about is looked at again this often: a host that was busy, a reservation that lapses. */
  lookMs: 3_000,
  /** Without the lock of the data folder. */
  lockMs: 1_000,
  /** A log may be silent for so long before the host is asked how the run stands. */
  quietMs: 10_000,
  /** The host ends a run at its deadline; so long after it Gatehouse says so itself. */
  overdueMs: 60_000,
  /** And so long after it a run is lost that no host has answered for. */
  lostMs: 3_600_000,
  /** But not before it was asked for so long by the app that runs now. */
  patienceMs: 600_000,
  /** How often a host that is in use says how it is. */
  sampleMs: 20_000,
  /** The spool of a run is removed when it has ended this long ago: its log is sealed. */
  spoolMs: 24 * 3_600_000,
}

export type Timing = typeof TIMING

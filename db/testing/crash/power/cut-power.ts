import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../open-database.ts'
import { type Acknowledgement, acknowledgementsIn } from '../acknowledgements.ts'
import type { Chance } from '../chance.ts'
import { brokenIn, lostFrom, wholeRecord } from '../recorded.ts'
import { anEmptyDisk, filesAfterPowerCut, take } from './disk.ts'
import type { Step } from './parse-trace.ts'
import { FATES, type Fate } from './survivor.ts'

/** One cut: how many events had been acknowledged, which of them are lost, and what else is wrong with the record. */
export type Cut = { after: number; fate: string; acknowledged: number; lost: Acknowledgement[]; trouble: string[] }

/**
 * Cuts the power so many times and opens what is left as the app does: half of the times at any moment, half right after something was
 * said, when a promise has just been made. `after`: how many steps had been taken.
 */
export function cutPower(steps: readonly Step[], cuts: number, chance: Chance): Cut[] {
  const said = steps.flatMap((step, nth) => (step.call === 'say' ? nth + 1 : []))
  const moments = Array.from({ length: cuts }, (_, nth) =>
    nth % 2 === 0 ? chance.below(steps.length + 1) : (said[chance.below(said.length)] ?? 0),
  ).sort((a, b) => a - b)
  const fates: [string, Fate][] = Object.entries(FATES)
  const disk = anEmptyDisk()
  let taken = 0
  let heard = ''
  return moments.map((after, nth) => {
    for (; taken < after; taken += 1) {
      const step = steps[taken]
      if (step?.call === 'say') heard += step.text
      if (step) take(disk, step)
    }
    const [name, fate] = fates[nth % fates.length] ?? ['', () => 0]
    const promised = acknowledgementsIn(heard)
    return {
      after,
      fate: name,
      acknowledged: promised.length,
      ...openedAgain(filesAfterPowerCut(disk, fate, chance), promised),
    }
  })
}

function openedAgain(files: ReadonlyMap<string, Buffer>, promised: Acknowledgement[]): Pick<Cut, 'lost' | 'trouble'> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-cut-'))
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content)
    const db = openDatabase(join(folder, 'gatehouse.sqlite'))
    const whole = wholeRecord(db)
    const opened = {
      lost: lostFrom(db, promised),
      trouble: [...brokenIn(db), ...(whole.ok ? [] : [JSON.stringify(whole)])],
    }
    db.$client.close()
    return opened
  } catch (error) {
    return { lost: promised, trouble: [`It does not open: ${error}`] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

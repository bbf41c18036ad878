import { expect, type Locator, type Page } from '@playwright/test'

/** No page has so many stops. */
const MOST_STOPS = 200

/** Walks with Tab until this has the focus; each stop on the way must be seen. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    await expectFocusSeen(page)
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${wanted} in ${MOST_STOPS} stops.`)
}

/** Walks there and presses Enter. */
export async function tabAndEnter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** Tab leads through the page and out of it again, each stop seen, none of them twice. */
export async function expectNoTrap(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  const stops: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const name = await nameOfFocus(page)
    if (name === 'body' || name === stops[0]) return
    await expectFocusSeen(page)
    expect(stops, `${name} at ${page.url()} has the focus a second time`).not.toContain(name)
    stops.push(name)
  }
  throw new Error(`Tab does not lead out of ${page.url()} in ${MOST_STOPS} stops.`)
}

/** What has the focus shows it: an outline on itself, or on the label that it is a part of. */
async function expectFocusSeen(page: Page): Promise<void> {
  const unseen = await page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return null
    const outlined = [focused, focused.closest('label')].some((element) => {
      if (element === null) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    const { width, height } = focused.getBoundingClientRect()
    return outlined && width > 1 && height > 1 ? null : focused.outerHTML.slice(0, 160)
  })
  expect(unseen, `has the focus at ${page.url()} and does not show it`).toBeNull()
}

/** The place of what has the focus among all elements, which tells two equal links apart. */
function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return 'body'
    const place = [...document.querySelectorAll('*')].indexOf(focused)
    return `${place}: ${focused.textContent?.trim().slice(0, 40) || focused.tagName}`
  })
}

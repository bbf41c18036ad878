import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Widths at which a page must hold: a phone, the edge of two columns, a desk. */
export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1300, height: 900 }

/** `rules`: only these, where the rest was looked at already. */
export async function expectNoAxeViolations(page: Page, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(AXE_TAGS)).analyze()
  const sentences = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  )
  expect(sentences, `what axe finds at ${page.url()}`).toEqual([])
}

/** How far things moved by themselves since the page was opened, as browsers count it; up to 0.1 is called good, and a slow font alone is 0.07. */
export async function expectNoLayoutShift(page: Page): Promise<void> {
  const moved = await page.evaluate(async () => {
    let sum = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0
    })
    observer.observe({ type: 'layout-shift', buffered: true })
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    observer.disconnect()
    return sum
  })
  expect(moved, `how far things moved while ${page.url()} loaded`).toBeLessThan(0.1)
}

/** The page may be taller than the window, never wider; a failure names what sticks out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sticksOut = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`)
      .concat(`${scrollWidth} px wide in ${clientWidth} px`)
  })
  expect(sticksOut, `what sticks out at ${page.url()}`).toEqual([])
}

import { expect, type Page } from '@playwright/test'

/** Collects what the browser complains about: console errors, uncaught exceptions, violations of the content security policy. */
export type Watch = { over: (page: Page) => Promise<void>; allow: (pattern: RegExp) => void; expectNone: () => void }

export function watchForTrouble(): Watch {
  const heard: string[] = []
  const allowed: RegExp[] = []
  return {
    over: async (page) => {
      page.on('pageerror', (error) => heard.push(`${path(page)}: uncaught ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') heard.push(`${path(page)}: ${message.text()} ${message.location().url}`)
      })
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (violation) => {
          console.error(`Policy violation: ${violation.effectiveDirective} by ${violation.blockedURI || 'inline'}`)
        })
      })
    },
    allow: (pattern) => allowed.push(pattern),
    expectNone: () => {
      const trouble = heard.filter((line) => !allowed.some((pattern) => pattern.test(line)))
      expect(trouble, 'what the browser complained about').toEqual([])
    },
  }
}

function path(page: Page): string {
  return URL.canParse(page.url()) ? new URL(page.url()).pathname : page.url()
}

import { expect, type Locator, type Page } from '@playwright/test'
import { headOf } from './record.ts'

/** What a browser would post of a form, file inputs aside: names and values in order. */
export type Body = [string, string][]

/** Everything the form sends, its hidden fields and those of the framework included; `submitter` names the button pressed. */
export const bodyOf = (form: Locator, submitter?: string): Promise<Body> =>
  form.evaluate((element, name) => {
    if (!(element instanceof HTMLFormElement)) throw new Error('Not a form.')
    const button = [...element.querySelectorAll('button')].find((one) => one.textContent?.startsWith(name ?? '-'))
    const entries: [string, string][] = []
    for (const [field, value] of new FormData(element, button ?? null))
      if (typeof value === 'string') entries.push([field, value])
    return entries
  }, submitter)

/** What a person chose and typed: text, selects, radios, ticked boxes. */
export const typedIn = async (form: Locator): Promise<Body> =>
  (await bodyOf(form))
    .filter(([name]) => !UNSEEN.test(name))
    .map(([name, text]) => [name, text.replaceAll('\r\n', '\n')])
const UNSEEN = /^(\$|commandId$|draft$|digest$|onRecord$)/

/** Posts a body as a form without JavaScript is posted, with the cookies of the page; redirects are not followed. */
export function postNatively(page: Page, address: string, body: Body) {
  const form = new FormData()
  for (const [name, value] of body) form.append(name, value)
  const headers = { Origin: new URL(page.url()).origin }
  return page.request.post(address, { multipart: form, headers, maxRedirects: 0 })
}

export const withField = (body: Body, name: string, value: string): Body =>
  body.map(([field, held]) => [field, field === name ? value : held])

/** Submits, and sees that nothing was recorded, that the reason is there in words, and that everything typed still stands. */
export async function expectRefusedAndKept(
  server: { dataFolder: string },
  form: Locator,
  press: () => Promise<void>,
  words: string | RegExp,
): Promise<void> {
  const typed = await typedIn(form)
  const head = headOf(server)
  await press()
  await expect(form.getByText(words).first()).toBeVisible()
  expect(await typedIn(form), 'what was typed is kept').toEqual(typed)
  expect(headOf(server), 'nothing is recorded').toBe(head)
}

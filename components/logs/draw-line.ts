import { LOG_ASIDE, LOG_NUMBER, LOG_NUMBER_LINK, LOG_TONE, padBefore } from '#components/look/log-look.ts'
import { type FeedLine, spansOf } from '#lib/logs/feed-line.ts'
import { logAddress } from '#lib/logs/log-address.ts'

function element(tag: 'li' | 'span' | 'a', className: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** A line that came live, as `LogLines` draws those that the page was sent with: by hand, for there may be thousands in a second. */
export function drawLine(run: number, line: FeedLine, long: boolean): HTMLElement {
  const drawn = element('li', '', '')
  drawn.id = `L${line.number}`
  const number = element('span', LOG_NUMBER, padBefore(line.number, long))
  const link = element('a', LOG_NUMBER_LINK, String(line.number))
  link.setAttribute('href', logAddress.line(run, line.number))
  link.setAttribute('aria-label', `Line ${line.number}`)
  number.append(link)
  drawn.append(number, ...spansOf(line).map(({ text, tone }) => element('span', LOG_TONE[tone], text)))
  if (line.cut !== undefined) drawn.append(element('span', LOG_ASIDE, ` ${line.cut}`))
  return drawn
}

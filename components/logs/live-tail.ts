import { isLongNumber } from '#components/look/log-look.ts'
import type { FeedLine } from '#lib/logs/feed-line.ts'
import { drawLine } from './draw-line.ts'

/** What a page keeps; older lines are reached through the addresses of windows. */
const MOST_LINES = 2_000
/** So near to the end counts as the end, in pixels. */
const AT_END = 24

export type TailState = { following: boolean; waiting: number }

/** The end of a growing log in a box that scrolls. Lines are drawn once a frame; while it does not follow, they wait and nothing moves. */
export class LiveTail {
  readonly #run: number
  readonly #box: HTMLElement
  readonly #list: HTMLElement
  readonly #tell: (state: TailState) => void
  #last: number
  #waiting: FeedLine[] = []
  #missed = 0
  #partial: FeedLine | null = null
  #partialDrawn: HTMLElement | null = null
  #following = true
  #frame = 0

  constructor(run: number, box: HTMLElement, list: HTMLElement, tell: (state: TailState) => void) {
    this.#run = run
    this.#box = box
    this.#list = list
    this.#tell = tell
    this.#last = Number(list.lastElementChild?.id.slice(1) ?? 0)
    box.scrollTop = box.scrollHeight
    box.addEventListener('scroll', this.#scrolled, { passive: true })
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#box.removeEventListener('scroll', this.#scrolled)
  }

  add(lines: readonly FeedLine[]): void {
    const fresh = lines.filter(({ number }) => number > this.#last)
    this.#last = fresh.at(-1)?.number ?? this.#last
    this.#missed += fresh.length
    this.#waiting.push(...fresh)
    if (this.#waiting.length > MOST_LINES) this.#waiting.splice(0, this.#waiting.length - MOST_LINES)
    if (this.#partial !== null && this.#partial.number <= this.#last) this.#partial = null
    this.#schedule()
  }

  addPartial(line: FeedLine): void {
    if (line.number <= this.#last) return
    this.#partial = line
    this.#schedule()
  }

  follow(following: boolean): void {
    this.#following = following
    this.#schedule()
  }

  #schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw())
  }

  #draw(): void {
    this.#frame = 0
    if (this.#following) {
      this.#drawWaiting()
      this.#box.scrollTop = this.#box.scrollHeight
    }
    this.#tell({ following: this.#following, waiting: this.#missed })
  }

  #drawWaiting(): void {
    this.#partialDrawn?.remove()
    this.#partialDrawn = null
    const [first] = this.#waiting
    const drawnLast = Number(this.#list.lastElementChild?.id.slice(1) ?? 0)
    // More came than is kept: what is drawn and what comes would not join.
    if (first !== undefined && first.number > drawnLast + 1) this.#list.replaceChildren()
    if (isLongNumber(this.#last)) this.#list.dataset.long = ''
    const long = this.#list.dataset.long !== undefined
    this.#list.append(...this.#waiting.map((line) => drawLine(this.#run, line, long)))
    while (this.#list.childElementCount > MOST_LINES) this.#list.firstElementChild?.remove()
    this.#waiting = []
    this.#missed = 0
    if (this.#partial === null) return
    this.#partialDrawn = drawLine(this.#run, this.#partial, long)
    this.#list.append(this.#partialDrawn)
  }

  #scrolled = () => {
    const { scrollHeight, scrollTop, clientHeight } = this.#box
    const atEnd = scrollHeight - scrollTop - clientHeight < AT_END
    if (atEnd !== this.#following) this.follow(atEnd)
  }
}

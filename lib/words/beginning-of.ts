/** A sentence that ends a little late is better whole. */
const LATE = 1.25

/** How a text begins: whole sentences up to about `length` characters, else whole words, else so many characters. `rest` is empty when it is short. */
export function beginningOf(text: string, length: number): { beginning: string; rest: string } {
  const whole = text.trim()
  if (whole.length <= length * LATE) return { beginning: whole, rest: '' }
  const head = whole.slice(0, length)
  const end = Math.max(...['. ', '.\n', '; '].map((mark) => head.lastIndexOf(mark) + 1))
  const word = head.lastIndexOf(' ')
  const cut = end > length / 3 ? end : word > length / 3 ? word : wholeCharacters(head)
  return { beginning: `${whole.slice(0, cut).trimEnd()}${end === cut ? '' : ' …'}`, rest: whole.slice(cut).trim() }
}

/** Not between the halves of a character that takes two code units. */
function wholeCharacters(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length
}

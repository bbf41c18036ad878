import type { ReceiveLimits, UploadRefusal } from './received-form.ts'

/** Collects fields and what is wrong with them. A field that is too long is kept as far as it goes, to be shown again. */
export function createFieldCollector(limits: ReceiveLimits) {
  const fields = new Map<string, string[]>()
  const refusals: UploadRefusal[] = []
  let count = 0
  let hasMore = false

  const refuseMore = () => {
    if (!hasMore) refusals.push({ field: null, sentence: `The form has more than ${limits.maxFields} fields.` })
    hasMore = true
  }

  /** `value` as sent: browsers send the line ends of a textarea as CRLF, whatever was typed (HTML, form submission). */
  const add = (name: string, value: string, isTooLong: boolean) => {
    if (count === limits.maxFields) return refuseMore()
    count++
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\r\n', '\n')])
    const most = limits.maxFieldBytes.toLocaleString('en-GB')
    if (isTooLong)
      refusals.push({ field: name, sentence: `This is longer than ${most} bytes, the most that is taken.` })
  }

  return { fields, refusals, add, refuseMore }
}

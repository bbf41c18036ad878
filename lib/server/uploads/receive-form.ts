import { receiveMultipart } from './receive-multipart.ts'
import { receiveUrlencoded } from './receive-urlencoded.ts'
import { answer, type ReceiveAnswer, type ReceiveOptions } from './received-form.ts'

export type { ReceiveAnswer, ReceivedFile, ReceivedForm, ReceiveOptions, UploadRefusal } from './received-form.ts'

/**
 * Reads a posted form, with or without files, never holding a file in memory: its files go to the store as they arrive. Sizes in
 * bytes. When the sender goes away (`request.signal`, a body that breaks or ends early) no file is kept. Fields are raw: parse them.
 */
export async function receiveForm(request: Request, options: ReceiveOptions): Promise<ReceiveAnswer> {
  const limits = {
    maxFieldBytes: options.maxFieldBytes ?? 64 * 1024,
    maxFields: options.maxFields ?? 200,
    maxBodyBytes: options.maxBodyBytes ?? 8 * 2 ** 30,
  }
  const contentType = request.headers.get('content-type') ?? ''
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase()
  if (mediaType === 'multipart/form-data') return receiveMultipart(request, contentType, options, limits)
  if (mediaType === 'application/x-www-form-urlencoded') return receiveUrlencoded(request, limits)
  const sentence = 'This address takes a form: multipart/form-data or application/x-www-form-urlencoded.'
  return answer({ fields: new Map(), files: [] }, [{ field: null, sentence }])
}

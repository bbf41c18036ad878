import { z } from 'zod'
import { AttachRunInput } from '#lib/runs/inputs.ts'

/** A file that was sent to /api/v1/blobs before. `name` is a label. */
export const KeptFileInput = z.strictObject({
  name: z.string().trim().min(1, 'Name the file.').max(200, 'At most 200 characters.'),
  sha256: z
    .string('Name the file by its SHA-256.')
    .regex(/^[0-9a-f]{64}$/, 'A SHA-256 is 64 of the digits 0-9 and a-f.'),
})

/** Beside what a form takes of a run, its files: kept ones by digest, or results.json as it is. */
export const RunFilesInput = z.object({
  results: z
    .union([KeptFileInput, z.looseObject({ schema: z.number() })], 'Name a kept file, or put in results.json itself.')
    .nullable()
    .default(null),
  log: KeptFileInput.nullable().default(null),
})
export type RunFilesInput = z.output<typeof RunFilesInput>

export const AttachRunBody = AttachRunInput.extend(RunFilesInput.shape)

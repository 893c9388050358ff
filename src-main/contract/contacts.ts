import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './values.ts'

const procedure = oc.errors(errors)

export const uploadPreview = z.object({
  /** Names the file in `campaigns.addContacts`; kept for an hour. */
  upload: z.string(),
  fileName: z.string(),
  rows: z.int(),
  encoding: z.string(),
  separator: z.enum([',', ';', '\t', '|']),
  columns: z.array(
    z.object({
      heading: z.string(),
      guess: z.enum(['phone_number', 'contact_name', 'field']),
      samples: z.array(z.string()),
    }),
  ),
  /** Lines that cannot be read as they stand; the others can. */
  problems: z.array(z.object({ line: z.int(), reason: z.string() })),
})
export type UploadPreview = z.infer<typeof uploadPreview>

export const contacts = {
  /** Reads a CSV file of at most 50 MB without storing any contact. */
  upload: procedure.input(z.object({ file: z.file() })).output(uploadPreview),
}

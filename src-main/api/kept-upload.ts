import { refused } from './refuse.ts'
import type { KnownUpload, Services } from './services.ts'

/** A file that was handed in before, or the refusal that it is gone. */
export async function mustBeKept({ uploads }: Services, upload: string): Promise<KnownUpload> {
  const file = await uploads.find(upload)
  if (file !== null) return file
  throw refused({
    code: 'upload_gone',
    field: 'file',
    what: 'The file is no longer at hand: files are kept for a day.',
    cure: 'Choose it again.',
  })
}

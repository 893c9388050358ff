import { createFormContext } from '@mantine/form'
import type { ContactsFile } from '../../../../src-main/contract/campaigns.ts'
import type { UploadPreview } from '../../../../src-main/contract/contacts.ts'
import { text } from '../../../text/text.ts'

/** A file that was read, and what its columns hold. */
export interface FileValues {
  upload: UploadPreview | null
  phoneColumn: string | null
  nameColumn: string | null
  defaultCountry: string
}

export const [FileFormProvider, useFileForm, useNewFileForm] = createFormContext<FileValues>()

const words = text.newCampaign.errors

export const fileRules = {
  phoneColumn: (value: string | null) => (value === null ? words.phoneColumn : null),
  nameColumn: (value: string | null, all: FileValues) =>
    value !== null && value === all.phoneColumn ? words.sameColumn : null,
}

/** Only called when the rules found nothing. */
export function fileOf({ upload, phoneColumn, nameColumn, defaultCountry }: FileValues): ContactsFile {
  if (!upload || phoneColumn === null) throw new Error('the rules let a file without numbers pass')
  return {
    upload: upload.upload,
    phoneColumn: Number(phoneColumn),
    nameColumn: nameColumn === null ? null : Number(nameColumn),
    defaultCountry,
  }
}

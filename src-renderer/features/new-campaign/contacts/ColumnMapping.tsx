import { Select } from '@mantine/core'
import type { UploadPreview } from '../../../../src-main/contract/contacts.ts'
import { dash } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import classes from './ColumnMapping.module.css'
import { useFileForm } from './file-form.ts'

const words = text.newCampaign.contacts
const shownRows = 4

/** What is in each column, with the file's own first rows under it. */
export function ColumnMapping({ upload }: { upload: UploadPreview }) {
  const form = useFileForm()
  const { phoneColumn, nameColumn } = form.values
  const roleOf = (index: string) =>
    index === phoneColumn ? 'phone' : index === nameColumn ? 'name' : 'field'
  const assign = (index: string, role: string | null) => {
    if (phoneColumn === index && role !== 'phone') form.setFieldValue('phoneColumn', null)
    if (nameColumn === index && role !== 'name') form.setFieldValue('nameColumn', null)
    if (role === 'phone') form.setFieldValue('phoneColumn', index)
    if (role === 'name') form.setFieldValue('nameColumn', index)
    form.clearFieldError('phoneColumn')
  }
  const rows = Math.min(shownRows, Math.max(0, ...upload.columns.map(column => column.samples.length)))
  return (
    <div data-field="phoneColumn">
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {upload.columns.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
                <th key={index} scope="col">
                  <span className={classes.heading}>{column.heading || words.noHeading(index + 1)}</span>
                  <Select
                    aria-label={words.roleOf(column.heading || words.noHeading(index + 1))}
                    data={[
                      { value: 'phone', label: words.roles.phone },
                      { value: 'name', label: words.roles.name },
                      { value: 'field', label: words.roles.field },
                    ]}
                    value={roleOf(String(index))}
                    onChange={role => assign(String(index), role)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its place in the file
              <tr key={row}>
                {upload.columns.map((column, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={index}>{column.samples[row] || dash}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(form.errors.phoneColumn || form.errors.nameColumn) && (
        <p className={classes.error} role="alert">
          {form.errors.phoneColumn ?? form.errors.nameColumn}
        </p>
      )}
    </div>
  )
}

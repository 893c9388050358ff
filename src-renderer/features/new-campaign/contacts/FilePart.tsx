import { Button } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileTypeCsv, IconUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { UploadPreview } from '../../../../src-main/contract/contacts.ts'
import { api, refusalOf } from '../../../api/client.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { CountrySelect } from '../../../ui/CountrySelect.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { ColumnMapping } from './ColumnMapping.tsx'
import classes from './FilePart.module.css'
import { useFileForm } from './file-form.ts'

const words = text.newCampaign.contacts
const mostBytes = 50 * 1024 * 1024

const guessed = (preview: UploadPreview, guess: 'phone_number' | 'contact_name') => {
  const index = preview.columns.findIndex(column => column.guess === guess)
  return index < 0 ? null : String(index)
}

interface FilePartProps {
  readonly pending: boolean
  /** Nobody is in the campaign yet: adding is the next act. */
  readonly first: boolean
  readonly onAdd: () => void
}

/** A CSV file, dropped or chosen: its own rows stand under the choice for each column. */
export function FilePart({ pending, first, onAdd }: FilePartProps) {
  const form = useFileForm()
  const { upload } = form.values
  const send = useMutation(
    api.contacts.upload.mutationOptions({
      onSuccess: preview => {
        form.setValues({
          upload: preview,
          phoneColumn: guessed(preview, 'phone_number'),
          nameColumn: guessed(preview, 'contact_name'),
        })
        form.clearFieldError('upload')
        form.clearFieldError('phoneColumn')
      },
      onError: error => {
        const refusal = refusalOf(error)
        form.setFieldError('upload', refusal ? `${refusal.what} ${refusal.cure}` : words.notRead)
      },
    }),
  )
  const take = (file: File | undefined) => file && send.mutate({ file })
  return (
    <Panel
      title={words.add}
      fact={
        upload &&
        words.read(upload.fileName, count(upload.rows), upload.encoding, words.separators[upload.separator])
      }
      aside={
        upload && (
          <Button
            size="compact-xs"
            onClick={() => form.setValues({ upload: null, phoneColumn: null, nameColumn: null })}
          >
            {words.other}
          </Button>
        )
      }
    >
      <div data-field="upload">
        {!upload && (
          <Dropzone
            className={classes.drop ?? ''}
            multiple={false}
            maxSize={mostBytes}
            loading={send.isPending}
            inputProps={{ 'aria-label': words.choose }}
            onDrop={([file]) => take(file)}
            onReject={() => form.setFieldError('upload', words.tooLarge)}
          >
            <div className={classes.inside}>
              <IconFileTypeCsv size={22} stroke={1.5} aria-hidden="true" />
              <p>
                <strong>{words.drop}</strong>
                <br />
                {words.columns}
              </p>
              <Button component="span" leftSection={<IconUpload size={14} />}>
                {words.choose}
              </Button>
            </div>
          </Dropzone>
        )}
        {form.errors.upload && (
          <p className={classes.error} role="alert">
            <StatusGlyph shape="alert" hue="red" /> {form.errors.upload}
          </p>
        )}
      </div>
      {upload && (
        <>
          <ColumnMapping upload={upload} />
          <div className={classes.below}>
            <CountrySelect
              label={words.country}
              description={words.countryHelp}
              {...form.getInputProps('defaultCountry')}
            />
            {upload.problems.length > 0 && <Problems problems={upload.problems} />}
          </div>
          <Button mt={14} variant={first ? 'filled' : 'default'} loading={pending} onClick={onAdd}>
            {words.addRows(upload.rows - upload.problems.length)}
          </Button>
        </>
      )}
    </Panel>
  )
}

const mostShown = 4

const Problems = ({ problems }: Pick<UploadPreview, 'problems'>) => (
  <div className={classes.problems}>
    <p>
      <StatusGlyph shape="triangle" hue="yellow" /> {words.problems(problems.length)}
    </p>
    <ul>
      {problems.slice(0, mostShown).map(({ line, reason }) => (
        <li key={line}>{words.problem(count(line), reason)}</li>
      ))}
    </ul>
  </div>
)

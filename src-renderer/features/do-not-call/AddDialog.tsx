import { Button, FileButton, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportPreview } from '../../../src-main/contract/imports.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { upload } from '../../api/upload.ts'
import { instantOf } from '../../format/wall-time.ts'
import { workspaceZone } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { CountrySelect, homeCountry } from '../../ui/CountrySelect.tsx'
import { useTellJobEnd } from '../../ui/jobs/use-job-ends.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'
import classes from './do-not-call.module.css'

const words = text.doNotCall.adding
const shownRejected = 5

interface Rejected {
  readonly text: string
  readonly reason: string
}

/**
 * Numbers typed or pasted: what cannot be read stays in the dialog with its reason, the rest is added. Those of a file
 * are read in the background.
 */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const [way, setWay] = useState<'typed' | 'file'>('typed')
  const [typed, setTyped] = useState('')
  const [file, setFile] = useState<ImportPreview>()
  const [column, setColumn] = useState(0)
  const [reasonColumn, setReasonColumn] = useState<number | null>(null)
  const [country, setCountry] = useState(homeCountry)
  const [reason, setReason] = useState('')
  const [expires, setExpires] = useState('')
  const [tried, setTried] = useState(false)
  const [rejected, setRejected] = useState<readonly Rejected[]>([])
  const numbers = typed
    .split(/[\n;]/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const expiresAt = instantOf(`${expires}T23:59`, workspaceZone())
  const take = useMutation({ mutationFn: takeFile, onSuccess: keepFile })
  function keepFile(preview: ImportPreview) {
    setFile(preview)
    setColumn(
      Math.max(
        0,
        preview.columns.findIndex(({ use }) => use.as === 'phone_number'),
      ),
    )
  }
  const add = useMutation({
    mutationFn: () =>
      client.doNotCall.add({
        numbers,
        country,
        reason: reason.trim(),
        expiresAt,
      }),
    onSuccess: async result => {
      await queryClient.invalidateQueries({ queryKey: api.doNotCall.key() })
      say(words.done(result.added, result.known))
      if (result.rejected.length === 0) return onClose()
      setRejected(result.rejected)
      setTyped(result.rejected.map(row => row.text).join('\n'))
    },
  })
  const tell = useTellJobEnd()
  const read = useMutation({
    mutationFn: ({ upload }: ImportPreview) =>
      client.doNotCall.import({ upload, column, reasonColumn, country, reason: reason.trim(), expiresAt }),
    onSuccess: started => {
      tell(started)
      onClose()
    },
  })
  const noNumbers = way === 'typed' ? numbers.length === 0 : file === undefined
  const noReason = reason.trim() === ''
  return (
    <DialogFrame
      title={words.title}
      onClose={onClose}
      act={words.act}
      pending={add.isPending || read.isPending}
      error={way === 'typed' ? add.error : (read.error ?? take.error)}
      onAct={() => {
        setTried(true)
        if (noReason || noNumbers) return
        if (way === 'typed') add.mutate()
        else if (file) read.mutate(file)
      }}
    >
      <div className={classes.form}>
        <SegmentedControl
          aria-label={words.title}
          data={[
            { value: 'typed', label: words.typed },
            { value: 'file', label: words.file },
          ]}
          value={way}
          onChange={next => setWay(next as typeof way)}
        />
        {way === 'typed' ? (
          <Textarea
            label={words.numbers}
            description={words.numbersHelp}
            autosize
            minRows={4}
            maxRows={10}
            value={typed}
            error={tried && noNumbers ? words.numbersMissing : undefined}
            onChange={event => setTyped(event.currentTarget.value)}
          />
        ) : (
          <FileColumns
            file={file}
            column={column}
            reasonColumn={reasonColumn}
            loading={take.isPending}
            missing={tried && noNumbers}
            onFile={next => take.mutate(next)}
            onColumn={setColumn}
            onReasonColumn={setReasonColumn}
          />
        )}
        <CountrySelect label={words.country} value={country} onChange={setCountry} />
        <div className={classes.pair}>
          <TextInput
            label={words.reason}
            description={words.reasonHelp}
            maxLength={500}
            value={reason}
            error={tried && noReason ? words.reasonMissing : undefined}
            onChange={event => setReason(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.expires}
            description={words.expiresHelp}
            value={expires}
            onChange={event => setExpires(event.currentTarget.value)}
          />
        </div>
        {rejected.length > 0 && <RejectedRows rows={rejected} />}
      </div>
    </DialogFrame>
  )
}

const takeFile = async (file: File): Promise<ImportPreview> =>
  client.imports.preview({ upload: await upload(file, file.name) })

interface FileColumnsProps {
  readonly file: ImportPreview | undefined
  readonly column: number
  readonly reasonColumn: number | null
  readonly loading: boolean
  readonly missing: boolean
  readonly onFile: (file: File) => void
  readonly onColumn: (column: number) => void
  readonly onReasonColumn: (column: number | null) => void
}

function FileColumns(props: FileColumnsProps) {
  const { file, column, reasonColumn, loading, missing, onFile, onColumn, onReasonColumn } = props
  const columns = file?.columns.map(({ heading }, at) => ({ value: String(at), label: heading })) ?? []
  return (
    <>
      <div className={classes.file}>
        <FileButton accept=".csv,.txt,.tsv,.xlsx" onChange={next => next && onFile(next)}>
          {button => (
            <Button {...button} loading={loading}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        {file
          ? words.chosen(file.fileName, file.rows)
          : missing && <span role="alert">{words.fileMissing}</span>}
      </div>
      {file && (
        <div className={classes.pair}>
          <Select
            label={words.column}
            data={columns}
            allowDeselect={false}
            value={String(column)}
            onChange={value => onColumn(Number(value))}
          />
          <Select
            label={words.reasonColumn}
            data={columns}
            clearable
            placeholder={words.noColumn}
            value={reasonColumn === null ? null : String(reasonColumn)}
            onChange={value => onReasonColumn(value === null ? null : Number(value))}
          />
        </div>
      )}
    </>
  )
}

const RejectedRows = ({ rows }: { rows: readonly Rejected[] }) => (
  <div className={classes.rejected} role="alert">
    <strong>{words.rejected(rows.length)}</strong>
    {rows.slice(0, shownRejected).map((row, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand in several rows
      <span key={`${at} ${row.text}`}>{text.told(row.reason)}</span>
    ))}
    {rows.length > shownRejected && <span>{words.more(rows.length - shownRejected)}</span>}
  </div>
)

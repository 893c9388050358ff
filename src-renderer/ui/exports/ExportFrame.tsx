import { Select } from '@mantine/core'
import type { InferContractRouterInputs } from '@orpc/contract'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Contract } from '../../../src-main/contract/contract.ts'
import type { ExportFormat } from '../../../src-main/contract/jobs.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { useTellJobEnd } from '../jobs/use-job-ends.ts'
import { DialogFrame } from '../moves/DialogFrame.tsx'

const words = text.exports
const formats = Object.keys(words.formats) as ExportFormat[]

type Asked = InferContractRouterInputs<Contract>['jobs']['export']

export interface ExportFrameProps {
  readonly what: Asked['what']
  readonly columns: Asked['columns']
  /** As it stands in the history. */
  readonly title: string
  /** How many there will be, once that is known. */
  readonly rows: number | undefined
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Whatever is exported: the format is asked, then it goes on in the background. */
export function ExportFrame({ what, columns, title, rows, onClose, children }: ExportFrameProps) {
  const [format, setFormat] = useState<ExportFormat>('csv')
  const tell = useTellJobEnd()
  const start = useMutation(
    api.jobs.export.mutationOptions({
      onSuccess: job => {
        tell(job)
        onClose()
      },
    }),
  )
  return (
    <DialogFrame
      title={words.title(title)}
      onClose={onClose}
      act={words.act(rows)}
      disabled={rows === 0}
      pending={start.isPending}
      error={start.error}
      onAct={() => start.mutate({ what, columns, title, format })}
    >
      {children}
      <Select
        label={words.format}
        data={formats.map(value => ({ value, label: words.formats[value] }))}
        value={format}
        onChange={next => next && setFormat(next)}
      />
      <p>{words.calm}</p>
    </DialogFrame>
  )
}

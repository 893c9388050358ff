import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileReading, ImportPreview } from '../../../src-main/contract/imports.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import type { Target } from '../../ui/files/import-target.ts'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { MappingForm } from './MappingForm.tsx'
import classes from './MappingStep.module.css'
import { firstOptions, type RowOptions } from './plan.ts'
import { ReadingBar } from './ReadingBar.tsx'

const words = text.imports.reading

interface MappingStepProps {
  readonly preview: ReturnType<typeof usePreview>
  readonly reading: FileReading | null
  readonly target: Target
  readonly onReading: (reading: FileReading | null) => void
  readonly onTarget: (target: Target) => void
  readonly onBack: () => void
}

/** The file as it would be read; `null`: as detected. */
export const usePreview = (upload: string | undefined, reading: FileReading | null) =>
  useQuery(
    api.imports.preview.queryOptions({
      input: { upload: upload ?? '', reading },
      enabled: upload !== undefined,
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    }),
  )

/** Another reading is another set of columns: their uses start anew. */
const formKey = ({ upload, reading, columns }: ImportPreview) =>
  JSON.stringify([upload, reading, columns.map(({ heading }) => heading)])

export function MappingStep({ preview, reading, target, onReading, onTarget, onBack }: MappingStepProps) {
  const [options, setOptions] = useState<RowOptions>(firstOptions)
  if (preview.error)
    return (
      <ErrorPanel what={words.failed} error={preview.error} onRetry={() => void preview.refetch()}>
        {reading !== null && <Button onClick={() => onReading(null)}>{words.asDetected}</Button>}
        <Button onClick={onBack}>{words.another}</Button>
      </ErrorPanel>
    )
  if (!preview.data)
    return (
      <div className={classes.waiting}>
        <SkeletonRows rows={8} height={32} />
      </div>
    )
  return (
    <>
      <ReadingBar preview={preview.data} chosen={reading} onReading={onReading} />
      <MappingForm
        key={formKey(preview.data)}
        preview={preview.data}
        reading={reading}
        options={options}
        target={target}
        onOptions={part => setOptions(before => ({ ...before, ...part }))}
        onTarget={onTarget}
        onBack={onBack}
      />
    </>
  )
}

import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ImportCheck, ImportPreview } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { StepFoot } from '../../ui/StepFoot.tsx'
import { troubleOf } from '../../ui/trouble.ts'

const words = text.imports.foot

interface ImportFootProps {
  readonly preview: ImportPreview
  /** The answer to the plan as it stands; `undefined` while it is on its way. */
  readonly check: ImportCheck | undefined
  readonly ready: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onBack: () => void
  readonly onStart: () => void
}

/** How many would be stored, as far as that is known before the whole file was read. */
function actOf(rows: number | null, check: ImportCheck | undefined): string {
  if (check?.whole) {
    const rejected = check.rejected.reduce((sum, one) => sum + one.rows, 0)
    return words.act(Math.max(0, check.checked - rejected - check.duplicates))
  }
  return rows === null ? words.actUnknown : words.actRows(rows)
}

export function ImportFoot({ preview, check, ready, pending, error, onBack, onStart }: ImportFootProps) {
  const trouble = error ? troubleOf(error) : undefined
  return (
    <StepFoot
      back={<Button onClick={onBack}>{words.back}</Button>}
      calm={
        trouble ? (
          <ErrorLine>
            {trouble.what} {trouble.cure} {words.notStarted}
          </ErrorLine>
        ) : (
          words.calm
        )
      }
      next={
        <Button
          variant="filled"
          rightSection={<IconArrowRight size={14} />}
          disabled={!ready}
          loading={pending}
          onClick={onStart}
        >
          {actOf(preview.rows, check)}
        </Button>
      }
    />
  )
}

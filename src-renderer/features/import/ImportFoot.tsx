import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ImportCheck, ImportPreview } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import classes from './ImportFoot.module.css'

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
    <div className={classes.foot}>
      <Button onClick={onBack}>{words.back}</Button>
      {trouble ? (
        <div className={classes.calm}>
          <ErrorLine>
            {trouble.what} {trouble.cure} {words.notStarted}
          </ErrorLine>
        </div>
      ) : (
        <span className={classes.calm}>{words.calm}</span>
      )}
      <Button
        variant="filled"
        rightSection={<IconArrowRight size={14} />}
        disabled={!ready}
        loading={pending}
        onClick={onStart}
      >
        {actOf(preview.rows, check)}
      </Button>
    </div>
  )
}

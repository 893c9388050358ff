import { Button, Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../ErrorLine.tsx'
import { troubleOf } from '../trouble.ts'
import classes from './DialogFrame.module.css'

interface DialogFrameProps {
  /** The act: "Launch Reactivation Q4". */
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  /** The filled button repeats the act with its size. */
  readonly act: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly keep?: string
  readonly onAct: () => void
  readonly children: ReactNode
}

const fields = 'input:not([type=radio], [type=checkbox], [type=file], [type=hidden]), textarea'
/** What is marked so has the focus when a dialog opens; a field stands before the buttons. */
const startInFirstField = (body: HTMLElement | null) => {
  body?.querySelector(fields)?.setAttribute('data-autofocus', 'true')
}

/** Escape closes; focus starts at the safe button where something is lost, else in the first field or at the act. */
export function DialogFrame(props: DialogFrameProps) {
  const {
    title,
    onClose,
    wide = false,
    act,
    danger = false,
    disabled = false,
    pending,
    error,
    keep,
    onAct,
    children,
  } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const isElsewhere = !button.current?.form?.contains(document.activeElement)
    if (!danger && !disabled && isElsewhere) button.current?.focus()
  }, [danger, disabled])
  const trouble = error ? troubleOf(error) : undefined
  return (
    <Modal opened onClose={onClose} title={title} {...(wide && { size: 780 })}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          event.stopPropagation()
          if (!disabled && !pending) onAct()
        }}
      >
        <div className={classes.body} ref={danger ? undefined : startInFirstField}>
          {children}
          {trouble && (
            <ErrorLine>
              {trouble.what} {trouble.cure}
            </ErrorLine>
          )}
        </div>
        <div className={classes.foot}>
          <Button onClick={onClose} {...(danger && { 'data-autofocus': true })}>
            {keep ?? text.shell.cancel}
          </Button>
          <Button
            type="submit"
            variant="filled"
            disabled={disabled}
            loading={pending}
            {...(danger ? { 'data-danger': true } : { 'data-autofocus': true })}
            ref={button}
          >
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

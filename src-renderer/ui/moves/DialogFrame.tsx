import { Button, Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { troubleOf } from '../trouble.ts'
import classes from './DialogFrame.module.css'

interface DialogFrameProps {
  /** The act: "Launch Reactivation Q4". */
  readonly title: string
  readonly onClose: () => void
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

/** Escape closes; focus starts at the safe button where something is lost, else at the act. */
export function DialogFrame(props: DialogFrameProps) {
  const {
    title,
    onClose,
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
    if (!danger && !disabled) button.current?.focus()
  }, [danger, disabled])
  const trouble = error ? troubleOf(error) : undefined
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': text.shell.close }}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!disabled && !pending) onAct()
        }}
      >
        <div className={classes.body}>{children}</div>
        {trouble && (
          <p className={classes.error} role="alert">
            <StatusGlyph shape="alert" hue="red" />
            <span>
              {trouble.what} {trouble.cure}
            </span>
          </p>
        )}
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

import { type ReactNode, useId } from 'react'
import classes from './Field.module.css'

interface FieldProps {
  readonly label: string
  readonly help?: string
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** Label above and help below for parts that are no single input. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId()
  return (
    <fieldset className={classes.field} aria-labelledby={id}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      {children}
      {error ? (
        <p className={classes.error} role="alert">
          {error}
        </p>
      ) : (
        help && <p className={classes.help}>{help}</p>
      )}
    </fieldset>
  )
}

import { Fragment, type ReactNode, useCallback, useEffect, useState } from 'react'

export interface Opened<T> {
  /** What the form begins with, and what it is saved over. */
  readonly opened: T
  readonly onEdited: (isEdited: boolean) => void
  /** Begins anew with what is stored now. */
  readonly onReopen: () => void
}

interface AsOpenedProps<T> {
  readonly stored: T
  readonly children: (form: Opened<T>) => ReactNode
}

/** A form follows what is stored, but once it was edited it keeps what was typed until it is saved or given up. */
export function AsOpened<T>({ stored, children }: AsOpenedProps<T>) {
  const [kept, setKept] = useState<{ readonly stored: T }>()
  const { stored: opened } = kept ?? { stored }
  const onEdited = useCallback(
    (isEdited: boolean) => setKept(before => (isEdited ? (before ?? { stored }) : undefined)),
    [stored],
  )
  const onReopen = useCallback(() => setKept(undefined), [])
  return <Fragment key={JSON.stringify(opened)}>{children({ opened, onEdited, onReopen })}</Fragment>
}

/** Tells whether a form holds anything that is not stored. */
export const useEdited = (isEdited: boolean, onEdited: Opened<unknown>['onEdited']) =>
  useEffect(() => onEdited(isEdited), [isEdited, onEdited])

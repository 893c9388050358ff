import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { text } from '../text/text.ts'
import { useKeys } from './use-keys.ts'

interface SearchBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const pauseMs = 150

/** The filter of a list; `/` goes there. Typing reaches the list after a short pause. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const report = useRef(onChange)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  report.current = onChange
  useKeys({ '/': () => box.current?.focus() })
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    timer.current = setTimeout(() => report.current(typed), pauseMs)
    return () => clearTimeout(timer.current)
  }, [typed, value])
  /** Whoever goes on to a row is not called back by a search that comes after it. */
  const reportNow = () => {
    clearTimeout(timer.current)
    if (typed !== value) report.current(typed)
  }
  return (
    <TextInput
      ref={box}
      w={208}
      type="text"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      leftSection={<IconSearch size={14} />}
      rightSection={
        typed && <CloseButton size="xs" aria-label={text.shell.clearSearch} onClick={() => setTyped('')} />
      }
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={reportNow}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        setTyped('')
        event.currentTarget.blur()
      }}
    />
  )
}

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
  report.current = onChange
  useKeys({ '/': () => box.current?.focus() })
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => report.current(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <TextInput
      ref={box}
      w={180}
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
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        setTyped('')
        event.currentTarget.blur()
      }}
    />
  )
}

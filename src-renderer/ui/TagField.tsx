import { TagsInput, type TagsInputProps } from '@mantine/core'
import { useState } from 'react'

/** Several names, known or new. Its list closes with each of them, so that it never lies over what comes next. */
export function TagField({ onChange, ...props }: TagsInputProps) {
  const [open, setOpen] = useState(false)
  return (
    <TagsInput
      openOnFocus={false}
      dropdownOpened={open}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onChange={names => {
        setOpen(false)
        onChange?.(names)
      }}
      {...props}
    />
  )
}

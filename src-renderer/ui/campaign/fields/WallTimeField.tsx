import { TextInput, type TextInputProps } from '@mantine/core'

/** Date and time as the wall of the campaign's zone shows them. */
export const WallTimeField = (props: Omit<TextInputProps, 'type'>) => (
  <TextInput type="datetime-local" w={182} {...props} />
)

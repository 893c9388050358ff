import { Button } from '@mantine/core'
import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'

const words = text.call.correcting

interface CorrectDialogProps<Input> {
  readonly title: string
  // biome-ignore lint/suspicious/noExplicitAny: the client names output and error of each call by types of its own
  readonly mutation: UseMutationOptions<any, any, Input>
  readonly correction: Input
  /** Where there is a correction already: what takes it back. */
  readonly withdrawal?: Input
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Saves a correction or takes it back, then shows the call and the figures anew. */
export function CorrectDialog<Input>(props: CorrectDialogProps<Input>) {
  const { title, mutation, correction, withdrawal, onClose, children } = props
  const save = useMutation({
    ...mutation,
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.calls.key() }),
        queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
      ])
      onClose()
    },
  })
  return (
    <DialogFrame
      title={title}
      onClose={onClose}
      act={words.act}
      pending={save.isPending}
      error={save.error}
      onAct={() => save.mutate(correction)}
    >
      {children}
      {withdrawal && (
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={save.isPending}
          onClick={() => save.mutate(withdrawal)}
          style={{ alignSelf: 'flex-start' }}
        >
          {words.withdraw}
        </Button>
      )}
    </DialogFrame>
  )
}

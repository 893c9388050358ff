import { type QueryKey, useMutation } from '@tanstack/react-query'
import { queryClient } from '../api/client.ts'
import { DialogFrame } from './moves/DialogFrame.tsx'
import { say } from './say.tsx'

interface RemoveDialogProps {
  readonly words: {
    readonly title: (name: string) => string
    readonly act: string
    readonly keep: string
    readonly done: (name: string) => string
  }
  readonly name: string
  /** What will be gone, and what stays. */
  readonly lost: string
  readonly remove: () => Promise<unknown>
  /** Queries that showed it. */
  readonly shownBy: QueryKey
  readonly onClose: () => void
}

/** Asks once before one thing is removed, and says what is lost. */
export function RemoveDialog({ words, name, lost, remove, shownBy, onClose }: RemoveDialogProps) {
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: shownBy })
      say(words.done(name))
      onClose()
    },
  })
  return (
    <DialogFrame
      title={words.title(name)}
      onClose={onClose}
      act={words.act}
      keep={words.keep}
      danger
      pending={removal.isPending}
      error={removal.error}
      onAct={() => removal.mutate()}
    >
      <p>{lost}</p>
    </DialogFrame>
  )
}

import { useMutation } from '@tanstack/react-query'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { say, sayRefusal } from '../say.tsx'
import { type Asked, askMove, type Move } from './ask.ts'

/** Moves that lose nothing and have their way back go at once; the others ask first. */
const atOnce: ReadonlySet<Move> = new Set(['pause', 'resume', 'unschedule'])

export function useMove() {
  return useMutation(
    api.campaigns.move.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
    }),
  )
}

/** The move of a dialog: tells the outcome and closes it; a refusal stays in the dialog as `error`. */
export function useAskedAct(asked: Asked, onClose: () => void) {
  const { mutate, isPending, error } = useMove()
  const act = (hangUp = false) =>
    mutate(
      { id: asked.id, move: asked.move, hangUp },
      {
        onSuccess: ({ state }) => {
          say(text.moves.done(asked.name, state))
          onClose()
        },
      },
    )
  return { act, pending: isPending, error }
}

/** Starts a move by its name, wherever it was chosen. */
export function useStartMove() {
  const { mutate } = useMove()
  return (asked: Asked) => {
    if (!atOnce.has(asked.move)) return askMove(asked)
    mutate(
      { id: asked.id, move: asked.move },
      {
        onSuccess: ({ state }) => say(text.moves.done(asked.name, state)),
        onError: error => sayRefusal(error, text.moves.failed(asked.name)),
      },
    )
  }
}

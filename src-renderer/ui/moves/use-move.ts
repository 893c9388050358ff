import { useMutation } from '@tanstack/react-query'
import type { PlainMove } from '../../../src-main/contract/values.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { say, sayRefusal } from '../say.tsx'
import { type Asked, askMove, type Move } from './ask.ts'

type AtOnce = 'pause' | 'resume' | 'unschedule'

/** Moves that lose nothing and have their way back go at once; the others ask first. */
const goesAtOnce = (move: Move): move is AtOnce =>
  move === 'pause' || move === 'resume' || move === 'unschedule'

export function useMove() {
  return useMutation(
    api.campaigns.move.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
    }),
  )
}

/** The move of a dialog: tells the outcome and closes it; a refusal stays in the dialog as `error`. */
export function useAskedAct(asked: Asked, move: PlainMove, onClose: () => void) {
  const { mutate, isPending, error } = useMove()
  const act = (hangUp = false) =>
    mutate(
      { id: asked.id, move, hangUp },
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
    const { id, move } = asked
    if (!goesAtOnce(move)) return askMove(asked)
    mutate(
      { id, move },
      {
        onSuccess: ({ state }) => say(text.moves.done(asked.name, state)),
        onError: error => sayRefusal(error, text.moves.failed(asked.name)),
      },
    )
  }
}

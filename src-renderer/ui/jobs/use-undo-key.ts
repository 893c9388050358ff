import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { client } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { say, sayRefusal } from '../say.tsx'
import { acted, forgetAct } from './acted.ts'
import { isAtWork } from './progress.ts'
import { messageOf } from './tell-job-end.tsx'
import { useTellJobEnd } from './use-job-ends.ts'

const words = text.jobs

/** Ctrl Z takes back the last action on many that this window did; one that is still at work is called off. */
export function useUndoKey() {
  const tell = useTellJobEnd()
  const undo = useMutation({
    mutationFn: undoLast,
    onSuccess: started => (started ? tell(started) : say(words.nothingToUndo)),
    onError: error => sayRefusal(error, words.notUndone),
  })
  useHotkeys([
    [
      'mod+Z',
      () => {
        const isAsked = document.querySelector('[role=dialog][aria-modal=true]') !== null
        if (!isAsked && !undo.isPending) undo.mutate()
      },
    ],
  ])
}

/** Nobody took it back yet, and there is something to take back. */
const mayChangeBack = ({ state, undoneBy, result }: Job) =>
  state === 'done' && undoneBy === null && result?.is === 'act' && result.changed > 0

/** The job that takes it back, or the one that was called off; `undefined`: there is nothing. */
async function undoLast() {
  for (const id of acted()) {
    const job = await client.jobs.get({ id })
    if (isAtWork(job) || mayChangeBack(job)) {
      notifications.hide(messageOf(job))
      const started = isAtWork(job) ? await client.jobs.cancel({ id }) : await client.jobs.undo({ id })
      forgetAct(id)
      return started
    }
    forgetAct(id)
  }
  return undefined
}

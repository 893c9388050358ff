import { SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryClient } from '../api/client.ts'
import { useWorkspaceLive } from '../api/live.ts'
import { text } from '../text/text.ts'
import { Field } from '../ui/Field.tsx'
import { DialogFrame } from '../ui/moves/DialogFrame.tsx'
import { say } from '../ui/say.tsx'
import { closeDialog, useOpen } from './open.ts'

const words = text.shell.stop

/** Pauses every campaign; asks what becomes of the calls. */
export function StopAll() {
  const opened = useOpen(state => state.dialog === 'stop')
  return opened ? <StopDialog /> : null
}

function StopDialog() {
  const campaigns = useWorkspaceLive(
    live => live?.campaigns.filter(one => one.state === 'running').length ?? 0,
  )
  const calls = useWorkspaceLive(live => live?.activeCalls ?? 0)
  const [hangUp, setHangUp] = useState(false)
  const stop = useMutation(
    api.workspace.stopAll.mutationOptions({
      onSuccess: ({ paused }) => {
        say(words.done(paused))
        closeDialog()
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
    }),
  )
  return (
    <DialogFrame
      title={words.title}
      onClose={closeDialog}
      act={words.act}
      danger
      pending={stop.isPending}
      error={stop.error}
      onAct={() => stop.mutate({ hangUp })}
    >
      <p>{words.lost(campaigns, calls)}</p>
      {calls > 0 && (
        <Field label={words.what}>
          <SegmentedControl
            value={hangUp ? 'now' : 'finish'}
            onChange={value => setHangUp(value === 'now')}
            data={[
              { value: 'finish', label: words.letFinish },
              { value: 'now', label: words.hangUp },
            ]}
          />
        </Field>
      )}
    </DialogFrame>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Backup } from '../../../src-main/contract/backups.ts'
import { client, refusalOf } from '../../api/client.ts'
import { useConnection } from '../../api/connection.ts'
import { UploadFailed, upload } from '../../api/upload.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'

const words = text.preferences.backups.restoring

interface RestoreDialogProps {
  readonly what: Backup | File
  readonly mayRestore: boolean
  readonly onClose: () => void
}

/** Asks once, names what is lost and what stays; then the workspace closes and comes back as it was. */
export function RestoreDialog({ what, mayRestore, onClose }: RestoreDialogProps) {
  const [isOrdered, setOrdered] = useState(false)
  const restore = useMutation({
    mutationFn: async () => {
      const from = what instanceof File ? { upload: await upload(what, what.name) } : { name: what.name }
      await client.backups.restore({ from })
    },
    onSuccess: () => setOrdered(true),
    // A connection that breaks here is most likely the workspace closing.
    onError: error => setOrdered(refusalOf(error) === undefined && !(error instanceof UploadFailed)),
  })
  useBackAgain(isOrdered || restore.isPending)
  const when = what instanceof File ? null : moment(what.at)
  return (
    <DialogFrame
      title={when === null ? words.titleFile((what as File).name) : words.title(when)}
      onClose={onClose}
      act={words.act}
      keep={words.keep}
      danger
      disabled={!mayRestore}
      pending={restore.isPending || isOrdered}
      error={isOrdered ? null : restore.error}
      onAct={() => restore.mutate()}
    >
      {isOrdered ? (
        <p role="status">{words.under}</p>
      ) : mayRestore ? (
        <>
          <p>{when === null ? words.lostFile : words.lost(when)}</p>
          <p>{words.stays}</p>
          <p>{words.kept}</p>
        </>
      ) : (
        <p>{words.closed}</p>
      )}
    </DialogFrame>
  )
}

/** Once the connection was lost and is there again, everything on the page is of another time: it starts anew. */
function useBackAgain(isWaiting: boolean): void {
  const [wasLost, setWasLost] = useState(false)
  const is = useConnection(connection => connection.is)
  useEffect(() => {
    if (!isWaiting) return
    if (is === 'lost') setWasLost(true)
    else if (wasLost && is === 'open') location.assign('/')
  }, [isWaiting, is, wasLost])
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { UploadFailed, type UploadTrouble, upload } from '../../api/upload.ts'

export type Sending =
  | { readonly is: 'idle' }
  | { readonly is: 'sending'; readonly file: File; readonly sent: number }
  | { readonly is: 'failed'; readonly file: File; readonly trouble: UploadTrouble }

/** One file at a time on its way to the host; leaving the page ends it. */
export function useSend(onArrived: (upload: string) => void) {
  const [sending, setSending] = useState<Sending>({ is: 'idle' })
  const under = useRef<AbortController>(undefined)
  const arrived = useRef(onArrived)
  arrived.current = onArrived
  const cancel = useCallback(() => under.current?.abort(), [])
  const send = useCallback(async (file: File) => {
    under.current?.abort()
    const own = new AbortController()
    under.current = own
    setSending({ is: 'sending', file, sent: 0 })
    try {
      const id = await upload(file, file.name, {
        signal: own.signal,
        onSent: sent => !own.signal.aborted && setSending({ is: 'sending', file, sent }),
      })
      arrived.current(id)
    } catch (error) {
      if (!(error instanceof UploadFailed)) throw error
      if (under.current !== own) return
      setSending(error.is === 'called-off' ? { is: 'idle' } : { is: 'failed', file, trouble: error.trouble })
    }
  }, [])
  useEffect(() => cancel, [cancel])
  return { sending, send, cancel }
}

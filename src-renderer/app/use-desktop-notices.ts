import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '../api/client.ts'
import { useWorkspaceLive } from '../api/live.ts'
import { text } from '../text/text.ts'
import { desktopNotices } from '../ui/desktop-notices.ts'

/** Notices that come while a window is open also come up on the desktop, where their kind is switched on. */
export function useDesktopNotices(): void {
  const navigate = useNavigate()
  const notices = useWorkspaceLive(live => live?.notices)
  const wanted = useQuery(api.preferences.get.queryOptions()).data?.notices.desktop
  const lastId = useRef<number>(undefined)
  useEffect(() => {
    if (!notices) return
    const before = lastId.current
    lastId.current = Math.max(before ?? 0, notices[0]?.id ?? 0)
    // What stood there when the window opened is no news.
    if (before === undefined || !wanted || desktopNotices() !== 'ready') return
    for (const { id, kind, title, text: cause } of notices
      .filter(notice => notice.id > before)
      .toReversed()) {
      if (!wanted.some(one => one === kind)) continue
      // Two windows show it once.
      const shown = new Notification(text.told(title), { body: text.told(cause), tag: `trunkline ${id}` })
      shown.onclick = () => {
        window.focus()
        void navigate({ to: '/notifications' })
      }
    }
  }, [notices, wanted, navigate])
}

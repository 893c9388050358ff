/** Whether this browser shows notifications on the desktop; `ask`: it wants to be asked, after a click. */
export type DesktopNotices = 'ready' | 'ask' | 'blocked' | 'unsupported'

export function desktopNotices(): DesktopNotices {
  if (typeof Notification === 'undefined') return 'unsupported'
  return { granted: 'ready', default: 'ask', denied: 'blocked' }[Notification.permission] as DesktopNotices
}

export const askForDesktopNotices = async (): Promise<DesktopNotices> => {
  if (desktopNotices() === 'ask') await Notification.requestPermission()
  return desktopNotices()
}

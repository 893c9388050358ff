import open from 'open'

/** Whether a browser was started; never rejects, because a computer without one is a normal place for a console. */
export const openBrowser = async (url: string): Promise<boolean> => {
  if (!hasDisplay()) return false
  try {
    const opener = await open(url)
    opener.on('error', () => undefined)
    return true
  } catch {
    return false
  }
}

/** Without a display `xdg-open` would start a text browser in this terminal, or wait for one. */
export const hasDisplay = (platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

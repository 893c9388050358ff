import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { AtLogin } from '../../api/services.ts'

/** Windows and macOS keep a list of programs to start; Linux desktops read a folder (XDG autostart). */
export const createAtLogin = (dataDir: string, platform: NodeJS.Platform = process.platform): AtLogin =>
  platform === 'linux' ? byFile(dataDir) : bySystem(dataDir)

const bySystem = (dataDir: string): AtLogin => {
  const args = ['--data', dataDir, '--tray']
  return {
    isOn: async () => app.getLoginItemSettings({ args }).openAtLogin,
    turn: async on => app.setLoginItemSettings({ openAtLogin: on, args }),
  }
}

const byFile = (dataDir: string): AtLogin => {
  const folder = join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'autostart')
  const file = join(folder, 'trunkline.desktop')
  return {
    isOn: async () => existsSync(file),
    turn: async on => {
      if (!on) return rm(file, { force: true })
      await mkdir(folder, { recursive: true })
      await writeFile(file, entryFor(dataDir))
    },
  }
}

/** An AppImage is mounted anew at each start: its own path is in the environment. */
const entryFor = (dataDir: string): string => {
  const program = process.env.APPIMAGE ?? process.execPath
  const script = app.isPackaged ? [] : [app.getAppPath()]
  const command = [program, ...script, '--data', dataDir, '--tray'].map(quoted).join(' ')
  return `[Desktop Entry]\nType=Application\nName=Trunkline\nExec=${command}\nX-GNOME-Autostart-enabled=true\n`
}

/** Desktop Entry Specification, “The Exec key”: these are escaped within double quotes. */
const quoted = (part: string): string =>
  `"${part.replaceAll(/["`$\\]/g, sign => `\\${sign}`).replaceAll('%', '%%')}"`

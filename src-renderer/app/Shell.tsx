import { Outlet } from '@tanstack/react-router'
import { Fragment, useMemo } from 'react'
import { useWorkspaceLive } from '../api/live.ts'
import { HelpPanel } from '../features/help/HelpPanel.tsx'
import { workspaceZone } from '../format/zone.ts'
import { text } from '../text/text.ts'
import { JobsTray } from '../ui/jobs/JobsTray.tsx'
import { ListenStrip } from '../ui/listen/ListenStrip.tsx'
import { MoveDialog } from '../ui/moves/MoveDialog.tsx'
import { PageTools } from '../ui/Page.tsx'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import { HeaderTools } from './HeaderTools.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { Palette } from './palette/Palette.tsx'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'
import { StopAll } from './StopAll.tsx'
import { useAppKeys } from './use-app-keys.ts'
import { useDesktopNotices } from './use-desktop-notices.ts'
import { useFocusKept } from './use-focus-kept.ts'

/** The frame: sidebar, strip, and the page with its own header. */
export function Shell() {
  useAppKeys()
  useDesktopNotices()
  useFocusKept()
  const tools = useMemo(() => <HeaderTools />, [])
  const zone = useWorkspaceLive(live => live?.zone ?? workspaceZone())
  return (
    <PageTools value={tools}>
      <button type="button" className={classes.skip} onClick={skipToContent}>
        {text.shell.skip}
      </button>
      <div className={classes.shell}>
        <Sidebar />
        <main className={classes.content}>
          <ConnectionStrip />
          {/* Times are read in the workspace's zone: when it turns out to be another one, they are drawn anew. */}
          <Fragment key={zone}>
            <Outlet />
          </Fragment>
          <ListenStrip />
        </main>
      </div>
      <Palette />
      <KeyHelp />
      <HelpPanel />
      <StopAll />
      <MoveDialog />
      <JobsTray />
    </PageTools>
  )
}

const skipToContent = () => document.getElementById('content')?.focus()

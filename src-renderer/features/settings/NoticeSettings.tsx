import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import type { NoticeHook, NoticeKind, NoticeSwitches } from '../../../src-main/contract/preferences.ts'
import { text } from '../../text/text.ts'
import { askForDesktopNotices, desktopNotices } from '../../ui/desktop-notices.ts'
import { Panel } from '../../ui/Panel.tsx'
import { AsOpened } from './AsOpened.tsx'
import { NoticeHookForm } from './NoticeHookForm.tsx'
import classes from './settings.module.css'
import { useSetHook, useSetNotices } from './use-preferences.ts'
import { WithPreferences } from './WithPreferences.tsx'

const words = text.preferences.notices
const kinds = Object.keys(words.kinds) as NoticeKind[]

const said = { ready: words.ready, ask: words.asks, blocked: words.blocked, unsupported: words.unsupported }

export const NoticeSettings = () => (
  <WithPreferences>
    {({ notices, hook }) => (
      <>
        <Switches stored={notices} hook={hook} />
        <AsOpened stored={hook.url}>{form => <NoticeHookForm {...form} stored={hook} />}</AsOpened>
      </>
    )}
  </WithPreferences>
)

/** One row per kind: whether it waits to be read, comes up on the desktop, and is sent to the web address. */
function Switches({ stored, hook }: { stored: NoticeSwitches; hook: NoticeHook }) {
  const save = useSetNotices()
  const saveHook = useSetHook()
  const [shows, setShows] = useState(desktopNotices)
  const turned = (list: readonly NoticeKind[], kind: NoticeKind, isIn: boolean) => [
    ...list.filter(other => other !== kind),
    ...(isIn ? [kind] : []),
  ]
  const ask = async () => setShows(await askForDesktopNotices())
  return (
    <Panel
      title={words.title}
      fact={words.fact}
      aside={
        <>
          <span className={classes.note}>{said[shows]}</span>
          {shows === 'ask' && (
            <Button size="compact-xs" onClick={() => void ask()}>
              {words.allow}
            </Button>
          )}
        </>
      }
      flush
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.inApp}</th>
            <th scope="col">{words.desktop}</th>
            {hook.url !== null && <th scope="col">{text.preferences.hook.title}</th>}
          </tr>
        </thead>
        <tbody>
          {kinds.map(kind => (
            <tr key={kind}>
              <th scope="row">{words.kinds[kind]}</th>
              <td>
                <Switch
                  aria-label={words.app(words.kinds[kind])}
                  checked={!stored.quiet.includes(kind)}
                  disabled={save.isPending}
                  onChange={event =>
                    save.mutate({
                      ...stored,
                      opened: stored,
                      quiet: turned(stored.quiet, kind, !event.currentTarget.checked),
                    })
                  }
                />
              </td>
              <td>
                <Switch
                  aria-label={words.desk(words.kinds[kind])}
                  checked={stored.desktop.includes(kind)}
                  disabled={save.isPending}
                  onChange={event => {
                    if (event.currentTarget.checked) void ask()
                    save.mutate({
                      ...stored,
                      opened: stored,
                      desktop: turned(stored.desktop, kind, event.currentTarget.checked),
                    })
                  }}
                />
              </td>
              {hook.url !== null && (
                <td>
                  {kind !== 'hook_failed' && (
                    <Switch
                      aria-label={text.preferences.hook.send(words.kinds[kind])}
                      checked={hook.kinds.includes(kind)}
                      disabled={saveHook.isPending}
                      onChange={event =>
                        saveHook.mutate({
                          ...hook,
                          opened: hook,
                          kinds: turned(hook.kinds, kind, event.currentTarget.checked),
                        })
                      }
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

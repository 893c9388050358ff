import { Link } from '@tanstack/react-router'
import { useWorkspaceLive } from '../../api/live.ts'
import { count } from '../../format/number.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { noticeLooks } from '../../ui/status.ts'
import classes from './NoticePanel.module.css'

const words = text.home.notices
const mostShown = 5

export function NoticePanel() {
  const unread = (useWorkspaceLive(live => live?.notices) ?? []).filter(notice => !notice.read)
  return (
    <Panel
      title={words.title}
      fact={unread.length > 0 && count(unread.length)}
      aside={<Link to="/notifications">{text.shell.notices}</Link>}
      flush={unread.length > 0}
    >
      {unread.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ul>
        {unread.slice(0, mostShown).map(notice => (
          <li key={notice.id} className={classes.notice}>
            <StatusGlyph {...noticeLooks[notice.level]} />
            <span className={classes.words}>
              <strong>{notice.title}</strong>
              <span>{notice.text}</span>
            </span>
            {notice.campaign === null ? (
              <span className={`${classes.time} num`}>{shortMoment(notice.at)}</span>
            ) : (
              <Link to="/campaigns/$id" params={{ id: notice.campaign }}>
                {words.open}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { type HistoryKind, historyKinds } from './filter.ts'
import classes from './HistoryTabs.module.css'

const words = text.history.tabs
const kinds = Object.keys(historyKinds) as HistoryKind[]

export function HistoryTabs({ kind }: { kind: HistoryKind }) {
  const navigate = useNavigate()
  useKeys(
    Object.fromEntries(
      kinds.map((one, index) => [
        String(index + 1),
        () => void navigate({ to: '/contacts/history', search: { kind: one } }),
      ]),
    ),
  )
  return (
    <nav className={classes.tabs} aria-label={words.label}>
      {kinds.map(one => (
        <Link
          key={one}
          to="/contacts/history"
          search={{ kind: one }}
          className={classes.tab}
          aria-current={one === kind ? 'page' : undefined}
        >
          {words[one]}
        </Link>
      ))}
    </nav>
  )
}

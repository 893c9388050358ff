import { Link, type LinkOptions, type RegisteredRouter, useNavigate } from '@tanstack/react-router'
import { count } from '../format/number.ts'
import classes from './Tabs.module.css'
import { useKeys } from './use-keys.ts'

export interface Tab {
  readonly name: string
  /** How many there are behind it. */
  readonly figure?: number
  readonly chosen: boolean
  readonly link: LinkOptions<RegisteredRouter, string, string>
}

/** Parts of one thing, each with its own address; the keys 1 to 9 choose among them. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const navigate = useNavigate()
  useKeys(Object.fromEntries(tabs.map(({ link }, at) => [String(at + 1), () => void navigate(link)])))
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(({ name, figure, chosen, link }) => (
        <Link
          key={name}
          {...link}
          className={classes.tab}
          activeOptions={{ exact: true }}
          aria-current={chosen ? 'page' : undefined}
        >
          {name}
          {figure !== undefined && <span className={`${classes.figure} num`}>{count(figure)}</span>}
        </Link>
      ))}
    </nav>
  )
}

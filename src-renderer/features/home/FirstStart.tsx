import { Button, Checkbox } from '@mantine/core'
import { IconArchive, IconPlayerPlay, IconServer, type TablerIcon } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { text } from '../../text/text.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './FirstStart.module.css'
import { StartDemo } from './StartDemo.tsx'
import { useDemo } from './use-demo.ts'

const words = text.home.first

/** The ways to begin: the demo, a trunk of one's own, a workspace that was kept. */
export function FirstStart() {
  const navigate = useNavigate()
  const demo = useDemo()
  const [history, setHistory] = useState(true)
  const startDemo = () => {
    if (!demo.isPending) demo.start({ history })
  }
  const setUpTrunk = () => void navigate({ to: '/trunks', search: { add: true } })
  const restore = () => void navigate({ to: '/settings/backups' })
  useKeys({ 1: startDemo, 2: setUpTrunk, 3: restore })
  return (
    <div className={classes.first}>
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.sentence}>{words.sentence}</p>
      <div className={classes.ways}>
        <Way
          {...words.demo}
          icon={IconPlayerPlay}
          choice={
            <Checkbox
              label={words.demo.history}
              checked={history}
              disabled={demo.isPending}
              onChange={event => setHistory(event.currentTarget.checked)}
            />
          }
        >
          <StartDemo demo={demo} onStart={startDemo} />
        </Way>
        <Way {...words.trunk} icon={IconServer}>
          <Button size="sm" onClick={setUpTrunk}>
            {words.trunk.act}
          </Button>
          <span>{words.trunk.time}</span>
        </Way>
        <Way {...words.backup} icon={IconArchive}>
          <Button size="sm" onClick={restore}>
            {words.backup.act}
          </Button>
          <span>{words.backup.time}</span>
        </Way>
      </div>
      <p className={classes.keys}>
        <Kbd>1</Kbd> <Kbd>2</Kbd> <Kbd>3</Kbd> {words.choose}
        <Kbd>Ctrl K</Kbd> {words.commands}
        <Kbd>?</Kbd> {words.keys}
        <span className={classes.law}>{words.law}</span>
      </p>
    </div>
  )
}

interface WayProps {
  readonly icon: TablerIcon
  readonly title: string
  readonly sentence: string
  readonly facts: readonly string[]
  /** Under the facts. */
  readonly choice?: ReactNode
  readonly children: ReactNode
}

const Way = ({ icon: Icon, title, sentence, facts, choice, children }: WayProps) => (
  <section className={classes.way}>
    <Icon size={20} stroke={1.5} aria-hidden="true" />
    <h3 className={classes.name}>{title}</h3>
    <p className={classes.what}>{sentence}</p>
    <ul className={classes.facts}>
      {facts.map(fact => (
        <li key={fact}>{fact}</li>
      ))}
      {choice && <li>{choice}</li>}
    </ul>
    <div className={classes.act}>{children}</div>
  </section>
)

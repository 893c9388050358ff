import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { text } from '../../text/text.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { useCommands } from './commands.tsx'
import { type Entry, matching } from './entry.ts'
import classes from './Palette.module.css'
import { usePlaces } from './places.tsx'
import { useFoundContacts, useNamedThings } from './things.tsx'

const words = text.shell
const mostShown = 14

/** Commands and search: whatever has a name is found, and what Enter does is said before. */
export function Palette() {
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const commands = useCommands(opened)
  const things = useNamedThings(opened)
  const contacts = useFoundContacts(opened, typed)
  const { pages, settings } = usePlaces()
  const shown = [
    ...matching([commands, pages, ...things, settings], typed, mostShown),
    ...(contacts.entries.length > 0 ? [contacts] : []),
  ]
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      shortcut={['mod + K']}
      size={640}
      radius={12}
      lockScroll={false}
      scrollable
      maxHeight={420}
      centered={false}
      yOffset={120}
      overlayProps={{ blur: 0 }}
      classNames={{
        overlay: classes.overlay ?? '',
        content: classes.content ?? '',
        body: classes.body ?? '',
      }}
      attributes={{ content: { 'aria-label': words.searchTitle } }}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
    >
      <Spotlight.Search
        className={classes.field ?? ''}
        classNames={{ input: classes.search ?? '' }}
        placeholder={words.search}
        aria-label={words.searchTitle}
        leftSection={<IconSearch size={16} />}
        rightSection={<Kbd>Esc</Kbd>}
        rightSectionWidth={52}
        rightSectionPointerEvents="none"
      />
      <Spotlight.ActionsList className={classes.list ?? ''}>
        {shown.map(({ name, entries }) => (
          <Spotlight.ActionsGroup key={name} label={name} className={classes.group ?? ''}>
            {entries.map(entry => (
              <Line key={entry.id} entry={entry} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && <Spotlight.Empty>{words.nothingFound}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      <Spotlight.Footer className={classes.foot ?? ''}>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {words.keysHint.choose}
        <Kbd>Enter</Kbd>
        {words.keysHint.run}
        <Kbd>Esc</Kbd>
        {words.keysHint.close}
      </Spotlight.Footer>
    </Spotlight.Root>
  )
}

const Line = ({ entry: { label, fact, icon, keys, onRun } }: { entry: Entry }) => (
  <Spotlight.Action className={classes.action ?? ''} onClick={onRun}>
    <span className={classes.icon}>{icon}</span>
    <span className={classes.label}>{label}</span>
    {fact && <span className={classes.fact}>{fact}</span>}
    {keys && (
      <span className={classes.keys}>
        {keys.map(name => (
          <Kbd key={name}>{name}</Kbd>
        ))}
      </span>
    )}
  </Spotlight.Action>
)

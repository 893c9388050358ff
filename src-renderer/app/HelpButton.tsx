import { ActionIcon } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconHelp } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { articleFor } from '../features/help/articles.ts'
import { useHelp } from '../features/help/use-help.ts'
import { text } from '../text/text.ts'

/** Opens the article for the page one is on; F1 does the same. */
export function HelpButton() {
  const { pathname } = useLocation()
  const show = useHelp(({ show }) => show)
  const open = () => show(articleFor(pathname))
  useHotkeys([['F1', open]], [])
  return (
    <ActionIcon aria-label={text.help.open} aria-keyshortcuts="F1" onClick={open}>
      <IconHelp size={16} stroke={1.8} />
    </ActionIcon>
  )
}

import { Button } from '@mantine/core'
import { IconMaximize } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import { goFullScreen } from '../../ui/full-screen.ts'

/** Opens the wallboard; F11 does the same. */
export const WallboardButton = () => (
  <Button
    component={Link}
    to="/wallboard"
    leftSection={<IconMaximize size={14} />}
    aria-keyshortcuts="F11"
    onClick={goFullScreen}
  >
    {text.home.wallboard}
  </Button>
)

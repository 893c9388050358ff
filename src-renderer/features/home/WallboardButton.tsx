import { Button } from '@mantine/core'
import { IconMaximize } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { text } from '../../text/text.ts'

/** Opens the wallboard in full screen where the browser allows it, else in the window. */
export const WallboardButton = () => (
  <Button
    component={Link}
    to="/wallboard"
    leftSection={<IconMaximize size={14} />}
    onClick={() => void document.documentElement.requestFullscreen?.().catch(() => {})}
  >
    {text.home.wallboard}
  </Button>
)

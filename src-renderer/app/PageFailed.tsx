import { Button } from '@mantine/core'
import { Link, useRouter } from '@tanstack/react-router'
import { text } from '../text/text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { Page } from '../ui/Page.tsx'

/** A page that threw: the frame stays, and with it the way to every other page. */
export function PageFailed({ error }: { error: unknown }) {
  const router = useRouter()
  return (
    <Page title={text.shell.pageFailed}>
      <ErrorPanel what={text.shell.pageFailed} error={error} onRetry={() => void router.invalidate()} />
    </Page>
  )
}

export const NoPage = () => (
  <Page title={text.shell.noPage}>
    <EmptyState title={text.shell.noPage} sentence={text.shell.noPageSentence}>
      <Button component={Link} to="/" variant="filled">
        {text.shell.goHome}
      </Button>
    </EmptyState>
  </Page>
)

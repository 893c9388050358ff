import { text } from '../../text/text.ts'
import { Page } from '../../ui/Page.tsx'
import { CallTable } from './CallTable.tsx'

export const Calls = () => (
  <Page title={text.calls.title} body="bleed">
    <CallTable />
  </Page>
)

import { linkOptions } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { type HistoryKind, historyKinds } from './filter.ts'

const words = text.history.tabs
const kinds = Object.keys(historyKinds) as HistoryKind[]

export const HistoryTabs = ({ kind }: { kind: HistoryKind }) => (
  <Tabs
    label={words.label}
    tabs={kinds.map(one => ({
      name: words[one],
      chosen: one === kind,
      link: linkOptions({ to: '/contacts/history', search: { kind: one } }),
    }))}
  />
)

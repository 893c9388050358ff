import { useDebouncedValue } from '@mantine/hooks'
import { IconFilter, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { nameOf } from '../../ui/contacts/name-of.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { campaignLooks } from '../../ui/status.ts'
import type { Group } from './entry.ts'

const words = text.shell
const typedMs = 150
const leastLetters = 2
const mostContacts = 5

/** Campaigns, agents, lists and segments, of which few enough exist to be known at once. */
export function useNamedThings(opened: boolean): readonly Group[] {
  const navigate = useNavigate()
  const campaigns = useQuery(api.campaigns.list.queryOptions({ enabled: opened })).data ?? []
  const agents = useQuery(api.agents.list.queryOptions({ enabled: opened })).data ?? []
  const lists = useQuery(api.lists.all.queryOptions({ enabled: opened })).data ?? []
  const segments = useQuery(api.segments.all.queryOptions({ enabled: opened })).data ?? []
  return [
    {
      name: words.groups.campaigns,
      entries: campaigns.map(({ id, name, state }) => ({
        id: `campaign ${id}`,
        label: name,
        fact: words.campaignFact(text.words.campaigns[state]),
        icon: <StatusGlyph {...campaignLooks[state]} />,
        onRun: () => void navigate({ to: '/campaigns/$id', params: { id } }),
      })),
    },
    {
      name: words.groups.agents,
      entries: agents.map(({ id, name, version }) => ({
        id: `agent ${id}`,
        label: name,
        fact: words.agentFact(version),
        icon: <Avatar name={name} />,
        onRun: () => void navigate({ to: '/agents/$id', params: { id } }),
      })),
    },
    {
      name: words.groups.groups,
      entries: [
        ...lists.map(({ id, name, contacts }) => ({
          id: `list ${id}`,
          label: name,
          fact: words.listFact(contacts),
          icon: <IconUsers size={14} />,
          onRun: () => void navigate({ to: '/contacts', search: { list: id } }),
        })),
        ...segments.map(({ id, name }) => ({
          id: `segment ${id}`,
          label: name,
          fact: words.segmentFact,
          icon: <IconFilter size={14} />,
          onRun: () => void navigate({ to: '/contacts', search: { segment: id } }),
        })),
      ],
    },
  ]
}

/** Contacts by name, number or #tag: those that the engine finds first, and the way to all of them. */
export function useFoundContacts(opened: boolean, typed: string): Group {
  const navigate = useNavigate()
  const [search] = useDebouncedValue(typed.trim(), typedMs)
  const asked = search.length >= leastLetters
  const found = useQuery(
    api.contacts.page.queryOptions({
      input: { query: { scope: { of: 'all' }, search }, sort: { by: 'name' }, limit: mostContacts + 1 },
      enabled: opened && asked,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = asked && typed.trim().length >= leastLetters ? (found.data?.rows ?? []) : []
  return {
    name: words.contacts,
    entries: [
      ...rows.slice(0, mostContacts).map(row => ({
        id: `contact ${row.id}`,
        label: nameOf(row),
        ...(row.phone !== null && row.name !== '' && { fact: phone(row.phone) }),
        icon: <Avatar name={nameOf(row)} />,
        onRun: () => void navigate({ to: '/contacts/$id', params: { id: row.id } }),
      })),
      ...(rows.length > mostContacts
        ? [
            {
              id: 'all contacts',
              label: words.allFound(search),
              icon: <IconUsers size={14} />,
              onRun: () => void navigate({ to: '/contacts', search: { search } }),
            },
          ]
        : []),
    ],
  }
}

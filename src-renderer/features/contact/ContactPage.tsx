import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconBan, IconDots, IconGitMerge, IconPencil, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api } from '../../api/client.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Page } from '../../ui/Page.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Columns } from '../../ui/record/Columns.tsx'
import { RecordPage } from '../../ui/record/RecordPage.tsx'
import { BlockDialog } from './BlockDialog.tsx'
import { Consents } from './Consents.tsx'
import { EditDialog } from './EditDialog.tsx'
import { History } from './History.tsx'
import { InCampaigns } from './InCampaigns.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { NeverCalled } from './NeverCalled.tsx'
import { Person } from './Person.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'

const route = getRouteApi('/contacts/$id')
const words = text.contact
const path = <Link to="/contacts">{words.path}</Link>
const freshMs = 5_000

type Dialog = 'edit' | 'block' | 'merge' | 'remove'

/** Who it is, what may be done with it, and what was done: in the order in which a supervisor asks. */
export function ContactPage() {
  const id = route.useParams().id as ContactDetail['id']
  const query = useQuery({
    ...api.contacts.get.queryOptions({ input: { id } }),
    placeholderData: keepPreviousData,
    refetchInterval: freshMs,
  })
  return (
    <RecordPage query={query} path={path} all="/contacts" words={words}>
      {contact => <Contact contact={contact} />}
    </RecordPage>
  )
}

function Contact({ contact }: { contact: ContactDetail }) {
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  return (
    <Page
      title={contact.name || words.noName}
      path={path}
      status={contact.phone !== null && <Phone number={contact.phone} country={contact.country} />}
      fact={words.added(day(contact.addedAt))}
      actions={<Acts blocked={contact.doNotCall} onAct={setDialog} />}
    >
      <Columns
        top={<NeverCalled contact={contact} />}
        shares={[1, 1, 1]}
        left={<Person contact={contact} />}
        middle={
          <>
            <InCampaigns contact={contact} />
            <Consents contact={contact} />
          </>
        }
        right={<History id={contact.id} />}
      />
      {dialog === 'edit' && <EditDialog contact={contact} onClose={close} />}
      {dialog === 'block' && <BlockDialog contact={contact} onClose={close} />}
      {dialog === 'merge' && <MergeDialog contact={contact} onClose={close} />}
      {dialog === 'remove' && <RemoveDialog contact={contact} onClose={close} />}
    </Page>
  )
}

function Acts({ blocked, onAct }: { blocked: boolean; onAct: (dialog: Dialog) => void }) {
  return (
    <>
      <Button leftSection={<IconPencil size={14} />} onClick={() => onAct('edit')}>
        {words.edit}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={words.more}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconGitMerge size={14} />} onClick={() => onAct('merge')}>
            {words.merge}
          </Menu.Item>
          {!blocked && (
            <Menu.Item leftSection={<IconBan size={14} />} onClick={() => onAct('block')}>
              {words.doNotCall}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => onAct('remove')}>
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

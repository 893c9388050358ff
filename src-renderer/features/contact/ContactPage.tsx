import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconBan, IconDots, IconGitMerge, IconPencil, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, refusalOf } from '../../api/client.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { BlockDialog } from './BlockDialog.tsx'
import { Consents } from './Consents.tsx'
import classes from './contact.module.css'
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
  const [dialog, setDialog] = useState<Dialog>()
  const {
    data: contact,
    error,
    refetch,
  } = useQuery({
    ...api.contacts.get.queryOptions({ input: { id } }),
    placeholderData: keepPreviousData,
    refetchInterval: freshMs,
  })
  const refusal = refusalOf(error)
  if (refusal)
    return (
      <Page title={words.gone} path={path}>
        <EmptyState title={refusal.what} sentence={refusal.cure}>
          <Button component={Link} to="/contacts" variant="filled">
            {words.all}
          </Button>
        </EmptyState>
      </Page>
    )
  if (!contact)
    return (
      <Page title={words.waiting} path={path}>
        {error ? (
          <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={10} height={28} />
        )}
      </Page>
    )
  const close = () => setDialog(undefined)
  return (
    <Page
      title={contact.name || words.noName}
      path={path}
      status={contact.phone !== null && <Phone number={contact.phone} country={contact.country} />}
      fact={words.added(day(contact.addedAt))}
      actions={<Acts blocked={contact.doNotCall} onAct={setDialog} />}
    >
      <div className={classes.page}>
        <NeverCalled contact={contact} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <Person contact={contact} />
          </div>
          <div className={classes.column}>
            <InCampaigns contact={contact} />
            <Consents contact={contact} />
          </div>
          <div className={classes.column}>
            <History id={contact.id} />
          </div>
        </div>
      </div>
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

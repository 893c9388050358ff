import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { text } from '../../text/text.ts'
import { ExportFrame } from '../../ui/exports/ExportFrame.tsx'
import { FilterBar, FilterChip } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { AddDialog } from './AddDialog.tsx'
import { Blocks } from './Blocks.tsx'
import type { DoNotCallFilter } from './filter.ts'
import { NumberTable } from './NumberTable.tsx'

const route = getRouteApi('/contacts/do-not-call')
const words = text.doNotCall
const scopes = ['all', 'campaign'] as const

/** Who is never called, with reason and source; beside it whole prefixes and countries. */
export function DoNotCall() {
  const filter = route.useSearch()
  const navigate = useNavigate({ from: '/contacts/do-not-call' })
  const [open, setOpen] = useState<'add' | 'export'>()
  const [total, setTotal] = useState<number>()
  const change = (next: DoNotCallFilter) =>
    void navigate({ search: before => ({ ...before, ...next }), replace: true })
  useKeys({ n: () => setOpen('add') })
  const close = () => setOpen(undefined)
  return (
    <Page
      title={words.title}
      path={<Link to="/contacts">{words.path}</Link>}
      fact={total !== undefined && words.fact(total)}
      body="bleed"
      actions={
        <>
          <Button leftSection={<IconDownload size={14} />} onClick={() => setOpen('export')}>
            {words.export}
          </Button>
          <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => setOpen('add')}>
            {words.add}
          </Button>
        </>
      }
    >
      <FilterBar>
        <SegmentedControl
          aria-label={words.views.label}
          data={[
            { value: 'numbers', label: words.views.numbers },
            { value: 'blocks', label: words.views.blocks },
          ]}
          value={filter.view ?? 'numbers'}
          onChange={view =>
            void navigate({ search: view === 'blocks' ? { view: 'blocks' } : {}, replace: true })
          }
        />
        {filter.view !== 'blocks' && (
          <>
            <SearchBox
              label={words.search}
              value={filter.search ?? ''}
              onChange={search => change({ search })}
            />
            {scopes.map(scope => (
              <FilterChip
                key={scope}
                word={words.scopes[scope]}
                chosen={filter.scope === scope}
                onChoose={() =>
                  void navigate({
                    search: ({ scope: before, ...rest }) => ({ ...rest, ...(before !== scope && { scope }) }),
                    replace: true,
                  })
                }
              />
            ))}
          </>
        )}
      </FilterBar>
      {filter.view === 'blocks' ? <Blocks /> : <NumberTable filter={filter} onTotal={setTotal} />}
      {open === 'add' && <AddDialog onClose={close} />}
      {open === 'export' && (
        <ExportFrame
          what={{ of: 'do_not_call' }}
          columns={null}
          title={words.title}
          rows={total}
          onClose={close}
        />
      )}
    </Page>
  )
}

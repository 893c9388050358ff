import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { FileReading } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'
import { searchOf, targetOf } from '../../ui/files/import-target.ts'
import { Page } from '../../ui/Page.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { MappingStep, usePreview } from './MappingStep.tsx'
import { useTargetName } from './use-target-name.ts'

const route = getRouteApi('/contacts/import')
const words = text.imports

/** From a file to contacts: which file, what is in its columns, then the start. The address keeps file and target. */
export function ImportPage() {
  const { list, campaign, upload } = route.useSearch()
  const target = useMemo(
    () => targetOf({ ...(list && { list }), ...(campaign && { campaign }) }),
    [list, campaign],
  )
  const navigate = useNavigate({ from: '/contacts/import' })
  const [reading, setReading] = useState<FileReading | null>(null)
  const preview = usePreview(upload, reading)
  const name = useTargetName(target)
  const header = {
    title: words.title,
    path: <Link to="/contacts">{words.contacts}</Link>,
  }
  if (upload === undefined)
    return (
      <Page {...header}>
        <ChooseFile
          target={target}
          onTarget={next => void navigate({ search: searchOf(next), replace: true })}
          onArrived={id => {
            setReading(null)
            void navigate({ search: { ...searchOf(target), upload: id } })
          }}
        />
      </Page>
    )
  return (
    <Page {...header} fact={preview.data && words.into(preview.data.fileName, name)} body="bleed">
      <MappingStep
        preview={preview}
        reading={reading}
        target={target}
        onReading={setReading}
        onTarget={next => void navigate({ search: { ...searchOf(next), upload }, replace: true })}
        onBack={() => void navigate({ search: searchOf(target) })}
      />
    </Page>
  )
}

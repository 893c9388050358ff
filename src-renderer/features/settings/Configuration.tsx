import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ConfiguredThing } from '../../../src-main/contract/configuration.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row } from '../../ui/Rows.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import { saveText } from './save-text.ts'
import classes from './settings.module.css'

const words = text.preferences.configuration

/** What was set up here as one file, and such a file taken in. */
export function Configuration() {
  const exporting = useMutation(
    api.configuration.export.mutationOptions({
      onSuccess: ({ fileName, text: json }) => saveText(fileName, json),
      onError: error => sayRefusal(error, words.notExported),
    }),
  )
  return (
    <>
      <Panel title={words.exportTitle}>
        <div className={classes.form}>
          <p className={classes.quiet}>{words.exportHelp}</p>
          <div className={classes.foot}>
            <Button loading={exporting.isPending} onClick={() => exporting.mutate(undefined)}>
              {words.export}
            </Button>
          </div>
        </div>
      </Panel>
      <Import />
    </>
  )
}

function Import() {
  const importing = useMutation({
    mutationFn: async (file: File) => client.configuration.import({ text: await file.text() }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const { data, error } = importing
  const trouble = error ? troubleOf(error) : undefined
  return (
    <Panel title={words.importTitle}>
      <div className={classes.form}>
        <p className={classes.quiet}>{words.importHelp}</p>
        <div className={classes.foot}>
          <FileButton accept=".json" onChange={file => file && importing.mutate(file)}>
            {props => (
              <Button loading={importing.isPending} {...props}>
                {words.import}
              </Button>
            )}
          </FileButton>
        </div>
        {trouble && (
          <ErrorLine>
            {trouble.what} {trouble.cure}
          </ErrorLine>
        )}
      </div>
      {data && (
        <div role="status">
          <Things title={words.added(data.added.length)} things={data.added} />
          <Things title={words.known(data.known.length)} things={data.known} />
          <Things title={words.leftOut(data.leftOut.length)} things={data.leftOut} />
        </div>
      )}
    </Panel>
  )
}

function Things({
  title,
  things,
}: {
  title: string
  things: readonly (ConfiguredThing & { why?: string })[]
}) {
  if (things.length === 0) return null
  return (
    <>
      <h3 className={classes.group}>{title}</h3>
      <ul>
        {things.map(({ part, name, why }) => (
          <Row key={`${part} ${name}`} side={words.parts[part]}>
            {words.settings[name] ?? name}
            {why && <small>{why}</small>}
          </Row>
        ))}
      </ul>
    </>
  )
}

import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { Panel } from '../../Panel.tsx'
import { StatusGlyph } from '../../StatusGlyph.tsx'
import fields from '../fields/fields.module.css'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import { numbersAfter } from '../numbers/from-agent.ts'
import classes from './BasicsPart.module.css'
import { TrunkGroup } from './TrunkGroup.tsx'

const words = text.settings.basics

interface BasicsPartProps {
  readonly autoFocus?: boolean
  readonly onNameLeft?: () => void
  /** Pins the newest version of the chosen agent. */
  readonly onNewerVersion?: () => void
}

/** Name, notes, who talks, and over which trunks. */
export function BasicsPart({ autoFocus = false, onNameLeft, onNewerVersion }: BasicsPartProps) {
  const form = useCampaignForm()
  const { detail, definitions, may } = useFormFacts()
  const agents = useQuery(api.agents.list.queryOptions())
  const chosen = agents.data?.find(agent => String(agent.id) === form.values.agent)
  const pinned = detail?.agent && String(detail.agent.id) === form.values.agent ? detail.agent : undefined
  const name = form.getInputProps('name')
  const agent = form.getInputProps('agent')
  return (
    <Panel title={words.title}>
      <div className={`${fields.grid} ${fields.two}`}>
        <TextInput
          label={words.name}
          maxLength={definitions.nameLength}
          autoFocus={autoFocus}
          disabled={!may('name')}
          {...name}
          onBlur={event => {
            name.onBlur?.(event)
            onNameLeft?.()
          }}
        />
        <Select
          label={words.agent}
          placeholder={agents.data?.length === 0 ? words.noAgent : words.choose}
          description={chosen?.purpose}
          disabled={!may('agent')}
          data={(agents.data ?? []).map(({ id, name, version }) => ({
            value: String(id),
            label: words.agentVersion(name, pinned?.id === id ? pinned.version : version),
          }))}
          {...agent}
          onChange={value => {
            const next = agents.data?.find(({ id }) => String(id) === value)
            agent.onChange?.(value)
            // A draft follows its agent; what a campaign shows that ran is changed on its own page only.
            if ((detail?.campaign.state ?? 'draft') === 'draft')
              form.setFieldValue('numbers', numbersAfter(form.getValues().numbers, chosen, next))
          }}
        />
        <TrunkGroup />
        <Textarea
          label={words.notes}
          description={words.notesHelp}
          autosize
          minRows={2}
          maxRows={6}
          disabled={!may('notes')}
          {...form.getInputProps('notes')}
        />
      </div>
      {pinned && pinned.newestVersion > pinned.version && may('agent') && onNewerVersion && (
        <p className={classes.newer}>
          <StatusGlyph shape="info" hue="blue" />
          {words.newer(pinned.newestVersion)}
          <Button size="compact-xs" onClick={onNewerVersion}>
            {words.useNewer}
          </Button>
        </p>
      )}
    </Panel>
  )
}

import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { healthText } from '../../lines/health.ts'
import { TrunkForm } from '../../lines/TrunkForm.tsx'
import { Panel } from '../../Panel.tsx'
import { StatusGlyph } from '../../StatusGlyph.tsx'
import fields from '../fields/fields.module.css'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import { numbersAfter } from '../numbers/from-agent.ts'
import classes from './BasicsPart.module.css'

const words = text.settings.basics

interface BasicsPartProps {
  readonly autoFocus?: boolean
  readonly onNameLeft?: () => void
  /** Pins the newest version of the chosen agent. */
  readonly onNewerVersion?: () => void
}

/** Name, notes, who talks, and over which trunk. */
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
        <TrunkChoice />
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

function TrunkChoice() {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  const trunks = useQuery(api.trunks.list.queryOptions())
  const [adding, setAdding] = useState(false)
  const list = trunks.data ?? []
  const chosen = list.find(trunk => String(trunk.id) === form.values.trunk)
  return (
    <div>
      <div className={classes.inline}>
        <Select
          label={words.trunk}
          disabled={!may('trunk')}
          data={[
            { value: '', label: list.length === 0 ? words.noTrunk : words.defaultTrunk },
            ...list.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          {...form.getInputProps('trunk')}
        />
        <Button leftSection={<IconPlus size={14} />} disabled={!may('trunk')} onClick={() => setAdding(true)}>
          {text.trunks.add}
        </Button>
      </div>
      {chosen && (
        <p className={classes.line}>
          <StatusGlyph
            {...(chosen.practice
              ? { shape: 'disc-tick', hue: 'green' }
              : { shape: 'triangle', hue: 'yellow' })}
          />
          <span>
            {chosen.practice ? words.practice : words.real} {!chosen.practice && healthText(chosen)}
          </span>
        </p>
      )}
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={text.trunks.form.addTitle}
        closeButtonProps={{ 'aria-label': text.shell.close }}
      >
        <TrunkForm
          onCancel={() => setAdding(false)}
          onSaved={id => {
            form.setFieldValue('trunk', String(id))
            setAdding(false)
          }}
        />
      </Modal>
    </div>
  )
}

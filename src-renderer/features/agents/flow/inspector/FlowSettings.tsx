import { NumberInput, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import type { AgentDetail } from '../../../../../src-main/contract/agents.ts'
import { flowChanges, flowLimits, flowVariables } from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'
import type { Editor } from '../use-editor.ts'
import classes from './inspector.module.css'

const words = text.flow.settings

/** What concerns the whole flow: its longest call, the sample values of its variables, and what is in use now. */
export function FlowSettings({ editor, agent }: { editor: Editor; agent: AgentDetail }) {
  const { flow, apply } = editor
  const variables = useMemo(() => [...flowVariables(flow)], [flow])
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
      </div>
      <div className={classes.fields}>
        <NumberInput
          label={words.longest}
          description={words.longestHelp}
          rightSection={text.flow.inspector.seconds}
          allowDecimal={false}
          min={flowLimits.maxCallSeconds.least}
          max={flowLimits.maxCallSeconds.most}
          value={flow.maxCallSeconds}
          onChange={value =>
            apply(now => ({ ...now, maxCallSeconds: Math.round(Number(value)) || 0 }), 'longest call')
          }
        />
        <div>
          <h3 className={classes.label}>{words.variables}</h3>
          <p className={classes.help}>{variables.length === 0 ? words.noVariables : words.variablesHelp}</p>
          {variables.map(name => (
            <div key={name} className={classes.variable}>
              <code>{`{{${name}}}`}</code>
              <TextInput
                aria-label={words.sampleOf(name)}
                placeholder={words.nothing}
                maxLength={200}
                value={flow.defaults?.[name] ?? ''}
                onChange={event => {
                  const value = event.currentTarget.value
                  apply(now => {
                    const { [name]: _, ...others } = now.defaults ?? {}
                    return { ...now, defaults: value === '' ? others : { ...others, [name]: value } }
                  }, `sample of ${name}`)
                }}
              />
            </div>
          ))}
        </div>
      </div>
      <InUse agent={agent} flow={flow} />
    </>
  )
}

function InUse({ agent: { published, versions }, flow }: { agent: AgentDetail; flow: Editor['flow'] }) {
  const changes = useMemo(() => published && flowChanges(published.flow, flow), [published, flow])
  if (published === null || changes === null)
    return (
      <div className={classes.inUse}>
        <h3 className={classes.label}>{words.unpublished}</h3>
        <p>{words.unpublishedHelp}</p>
      </div>
    )
  const steps = changes.added.length + changes.changed.length + changes.removed.length
  const names = versions.flatMap(({ campaigns }) => campaigns.map(({ name }) => name))
  return (
    <div className={classes.inUse}>
      <h3 className={classes.label}>
        {names.length > 0 ? words.inUse(published.version) : words.unused(published.version)}
      </h3>
      <p>
        {names.length === 0
          ? words.noCampaign
          : names.length === 1
            ? words.staysOne(names[0] ?? '')
            : words.stay(names.join(', '))}{' '}
        {steps > 0
          ? words.differs(steps)
          : changes.settings.length > 0
            ? words.differsSettings
            : words.asPublished}
      </p>
    </div>
  )
}

import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { CampaignDetail } from '../../../src-main/contract/campaigns.ts'
import type { Definitions } from '../../../src-main/contract/settings.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { BasicsPart } from '../campaign/basics/BasicsPart.tsx'
import { CallingPart } from '../campaign/calling/CallingPart.tsx'
import { type Group, groupOf, groups } from '../campaign/form/change.ts'
import { CampaignFormProvider, FormFactsContext, useNewForm } from '../campaign/form/context.ts'
import { problemsOf } from '../campaign/form/problems.ts'
import { toField } from '../campaign/form/to-field.ts'
import { NumbersPart } from '../campaign/numbers/NumbersPart.tsx'
import { SchedulePart } from '../campaign/schedule/SchedulePart.tsx'
import { ErrorPanel } from '../ErrorPanel.tsx'
import { SkeletonRows } from '../Skeleton.tsx'
import classes from './LaunchDialog.module.css'
import { groupsOf, partsOf, type RunChange } from './run-change.ts'

const words = text.launch.settings

const names = {
  basics: text.settings.basics.title,
  schedule: text.newCampaign.steps.schedule,
  calling: text.settings.calling.title,
  numbers: text.settings.numbers.title,
} as const satisfies Record<Group, string>

interface RunSettingsProps {
  readonly detail: CampaignDetail
  readonly begun: RunChange
  /** Where it begins. */
  readonly group: Group
  readonly onKeep: (change: RunChange) => void
  readonly onBack: () => void
}

/** All settings of a campaign that comes back, in its launch dialog: nothing is stored before it does. */
export function RunSettings(props: RunSettingsProps) {
  const { data, error, refetch } = useQuery(
    api.campaigns.definitions.queryOptions({ staleTime: Number.POSITIVE_INFINITY }),
  )
  if (error)
    return <ErrorPanel what={text.settings.tab.failed} error={error} onRetry={() => void refetch()} />
  return data ? <Fields {...props} definitions={data} /> : <SkeletonRows rows={8} height={32} />
}

function Fields({
  detail,
  begun,
  group,
  onKeep,
  onBack,
  definitions,
}: RunSettingsProps & { readonly definitions: Definitions }) {
  const [shown, setShown] = useState(group)
  const [newestVersion, setNewest] = useState(begun.newestVersion)
  const form = useNewForm({
    mode: 'controlled',
    initialValues: begun.values,
    validateInputOnBlur: true,
    validate: values => problemsOf(values, definitions, Date.now()),
  })
  const facts = useMemo(() => ({ definitions, detail, may: () => true }), [definitions, detail])
  const keep = () => {
    const change = { values: form.getValues(), newestVersion }
    const touched = groupsOf(partsOf(detail, change))
    const wrong = Object.entries(problemsOf(change.values, definitions, Date.now())).filter(([field]) =>
      touched.has(groupOf(field)),
    )
    const [first] = wrong
    if (!first) return onKeep(change)
    for (const [field, problem] of wrong) form.setFieldError(field, problem)
    setShown(groupOf(first[0]))
    toField()
  }
  return (
    <CampaignFormProvider form={form}>
      <FormFactsContext value={facts}>
        <section className={classes.settings} aria-label={words.title}>
          <SegmentedControl
            aria-label={words.title}
            data={groups.map(value => ({ value, label: names[value] }))}
            value={shown}
            onChange={setShown}
          />
          {shown === 'basics' && (
            <BasicsPart {...(!newestVersion && { onNewerVersion: () => setNewest(true) })} />
          )}
          {shown === 'schedule' && <SchedulePart />}
          {shown === 'calling' && <CallingPart />}
          {shown === 'numbers' && <NumbersPart />}
        </section>
        <div className={classes.foot}>
          <p className={classes.rings}>{words.later}</p>
          <Button onClick={onBack}>{words.back}</Button>
          <Button variant="filled" onClick={keep}>
            {words.keep}
          </Button>
        </div>
      </FormFactsContext>
    </CampaignFormProvider>
  )
}

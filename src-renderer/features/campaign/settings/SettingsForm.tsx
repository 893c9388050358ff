import { useQuery } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import type { CampaignDetail } from '../../../../src-main/contract/campaigns.ts'
import type { Definitions } from '../../../../src-main/contract/settings.ts'
import { text } from '../../../text/text.ts'
import { BasicsPart } from '../../../ui/campaign/basics/BasicsPart.tsx'
import { CallingPart } from '../../../ui/campaign/calling/CallingPart.tsx'
import { ConflictPanel } from '../../../ui/campaign/form/ConflictPanel.tsx'
import type { Group } from '../../../ui/campaign/form/change.ts'
import { CampaignFormProvider, FormFactsContext, useNewForm } from '../../../ui/campaign/form/context.ts'
import { problemsOf } from '../../../ui/campaign/form/problems.ts'
import { useSaving } from '../../../ui/campaign/form/use-saving.ts'
import { storedOf, valuesOf } from '../../../ui/campaign/form/values.ts'
import { GoalsPart } from '../../../ui/campaign/goals/GoalsPart.tsx'
import { NumbersPart } from '../../../ui/campaign/numbers/NumbersPart.tsx'
import { rulesQuery } from '../../../ui/campaign/rules-query.ts'
import { SchedulePart } from '../../../ui/campaign/schedule/SchedulePart.tsx'
import { ErrorLine } from '../../../ui/ErrorLine.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { troubleOf } from '../../../ui/trouble.ts'
import { ChangeHistory } from './ChangeHistory.tsx'
import { SaveBar } from './SaveBar.tsx'
import classes from './Settings.module.css'
import { SettingsMenu } from './SettingsMenu.tsx'
import { useToGroup } from './use-to-group.ts'

const words = text.settings

interface SettingsFormProps {
  readonly definitions: Definitions
  /** As it is stored now; read anew when somebody saves or its state changes. */
  readonly detail: CampaignDetail
}

const names = {
  basics: words.basics.title,
  schedule: text.newCampaign.steps.schedule,
  calling: words.calling.title,
  numbers: words.numbers.title,
} as const satisfies Record<Group, string>

/** All settings in four groups, each saved or discarded by itself. */
export function SettingsForm({ definitions, detail }: SettingsFormProps) {
  const [first] = useState(() => valuesOf(storedOf(detail)))
  const form = useNewForm({
    mode: 'controlled',
    initialValues: first,
    validateInputOnBlur: true,
    validate: values => problemsOf(values, definitions, Date.now()),
  })
  const saving = useSaving(
    form,
    definitions,
    { values: first, draft: { id: detail.campaign.id, revision: detail.revision } },
    detail,
  )
  const editable = useMemo(() => new Set(detail.editable), [detail.editable])
  const facts = useMemo(
    () => ({ definitions, detail, may: (part: (typeof detail.editable)[number]) => editable.has(part) }),
    [definitions, detail, editable],
  )
  const rules = useQuery(rulesQuery(detail.campaign.id, detail.revision)).data
  useBlocker({
    shouldBlockFn: () => saving.changed().length > 0 && !window.confirm(words.tab.leave),
    enableBeforeUnload: () => saving.changed().length > 0,
  })
  const section = (group: Group, children: ReactNode) => (
    <fieldset className={classes.group} aria-label={names[group]} id={group} tabIndex={-1}>
      {children}
      <SaveBar group={group} saving={saving} />
    </fieldset>
  )
  useToGroup()
  const trouble = saving.error ? troubleOf(saving.error) : undefined
  return (
    <CampaignFormProvider form={form}>
      <FormFactsContext value={facts}>
        <div className={classes.settings}>
          <div className={classes.column}>
            <div className={classes.head}>
              {detail.locked && (
                <p className={classes.locked}>
                  <StatusGlyph shape="info" hue="blue" />
                  {text.told(detail.locked)}
                </p>
              )}
              <SettingsMenu campaign={detail.campaign} createdAt={detail.createdAt} />
            </div>
            {saving.conflict && (
              <ConflictPanel conflict={saving.conflict} onSettle={keep => void saving.settle(keep)} />
            )}
            {trouble && (
              <ErrorLine>
                {trouble.what} {trouble.cure} {words.tab.notSaved}
              </ErrorLine>
            )}
            {section('basics', <BasicsPart onNewerVersion={() => void saving.pinNewest()} />)}
            {section('schedule', <SchedulePart rules={rules} />)}
            {section('calling', <CallingPart />)}
            {section('numbers', <NumbersPart />)}
            <fieldset className={classes.group} aria-label={text.goals.title}>
              <GoalsPart campaign={detail.campaign.id} editable={editable.has('results')} />
            </fieldset>
            <ChangeHistory campaign={detail.campaign.id} revision={detail.revision} />
          </div>
        </div>
      </FormFactsContext>
    </CampaignFormProvider>
  )
}

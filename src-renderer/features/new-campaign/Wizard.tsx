import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useBlocker, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { CampaignDetail, CampaignRow } from '../../../src-main/contract/campaigns.ts'
import type { Definitions } from '../../../src-main/contract/settings.ts'
import { api } from '../../api/client.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ConflictPanel } from '../../ui/campaign/form/ConflictPanel.tsx'
import { CampaignFormProvider, FormFactsContext, useNewForm } from '../../ui/campaign/form/context.ts'
import { problemsOf } from '../../ui/campaign/form/problems.ts'
import { toField } from '../../ui/campaign/form/to-field.ts'
import { useAutosave } from '../../ui/campaign/form/use-autosave.ts'
import { useSaving } from '../../ui/campaign/form/use-saving.ts'
import { storedOf, valuesOf } from '../../ui/campaign/form/values.ts'
import { rulesQuery } from '../../ui/campaign/rules-query.ts'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { LaunchDialog } from '../../ui/launch/LaunchDialog.tsx'
import { useForecast } from '../../ui/launch/use-forecast.ts'
import { Page } from '../../ui/Page.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import { Effect } from './effect/Effect.tsx'
import { Ready } from './review/Ready.tsx'
import { StepBar } from './StepBar.tsx'
import { StepPage } from './StepPage.tsx'
import { firstWrong, groupsOf, type Step, steps, unfinished } from './steps.ts'
import { useAddress } from './use-address.ts'
import classes from './Wizard.module.css'
import { WizardFoot } from './WizardFoot.tsx'

const words = text.newCampaign
const route = getRouteApi('/campaigns/new')
const path = <Link to="/campaigns">{text.shell.campaigns}</Link>

interface WizardProps {
  readonly definitions: Definitions
  /** The draft as it was left; `undefined`: a new one. */
  readonly start: CampaignDetail | undefined
  readonly onMade: (id: CampaignRow['id']) => void
}

const fresh = ({ defaults: { settings, schedule } }: Definitions) => ({
  name: '',
  notes: '',
  agent: null,
  trunks: [],
  settings,
  schedule,
  businessHours: null,
  numbers: [],
})

/** From a name to a launch, page by page. Everything is kept as soon as it is right; it can be left at any time. */
export function Wizard({ definitions, start, onMade }: WizardProps) {
  const { step = 'basics', campaign } = route.useSearch()
  const navigate = useNavigate()
  const show = useAddress()
  const [first] = useState(() => valuesOf(start ? storedOf(start) : fresh(definitions)))
  const form = useNewForm({
    mode: 'controlled',
    initialValues: first,
    validateInputOnBlur: true,
    validate: values => problemsOf(values, definitions, Date.now()),
  })
  const detail = useQuery(
    api.campaigns.get.queryOptions({
      input: { id: campaign as CampaignRow['id'] },
      enabled: campaign !== undefined,
    }),
  ).data
  const saving = useSaving(
    form,
    definitions,
    { values: first, draft: start && { id: start.campaign.id, revision: start.revision } },
    detail,
  )
  useAutosave(form, definitions, saving)
  const { draft } = saving
  const id = draft?.id
  const facts = useMemo(
    () => ({ definitions, detail: detail ?? start, may: () => true }),
    [definitions, detail, start],
  )
  const revision = draft?.revision ?? 0
  const { data: rules } = useQuery(rulesQuery(id, revision))
  const people = rules?.contacts ?? 0
  const forecast = useForecast(people > 0 ? id : undefined, undefined, `${revision} ${people}`)
  const [launching, setLaunching] = useState(false)

  useEffect(() => {
    if (id === undefined || start) return
    onMade(id)
    void show({ campaign: id }, true)
  }, [id, start, onMade, show])

  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || saving.changed().length === 0) return false
      return !(await saving.save()) && !window.confirm(words.leave)
    },
    enableBeforeUnload: () => saving.changed().length > 0,
  })

  const go = async (to: Step) => {
    const saved = await saving.save(groupsOf[step])
    if (!saved && steps.indexOf(to) > steps.indexOf(step)) return toField()
    // A review speaks of what is stored: what was left wrong on another page comes first.
    const wrong = to === 'review' && !(await saving.save()) && firstWrong(form.getValues(), definitions)
    await show({ step: wrong || to })
    if (wrong) toField()
  }
  const left = detail?.campaign.state ?? 'draft'
  useEffect(() => {
    if (id !== undefined && left !== 'draft') void navigate({ to: '/campaigns/$id', params: { id } })
  }, [id, left, navigate])

  const savedAt = saving.savedAt ?? detail?.changedAt
  const trouble = saving.error ? troubleOf(saving.error) : undefined
  return (
    <Page
      title={form.values.name.trim() || words.title}
      path={path}
      fact={draft && (savedAt ? words.savedAt(moment(savedAt)) : words.saved)}
      body="bleed"
      tabs={
        <StepBar
          step={step}
          open={draft !== undefined}
          unfinished={unfinished(form.values, detail?.campaign.contacts ?? 0)}
          onGo={to => void go(to)}
        />
      }
    >
      <CampaignFormProvider form={form}>
        <FormFactsContext value={facts}>
          <form
            className={classes.wizard}
            noValidate
            aria-label={words.steps[step]}
            onSubmit={event => event.preventDefault()}
          >
            <div className={classes.page}>
              <div className={classes.column}>
                {saving.conflict && (
                  <ConflictPanel conflict={saving.conflict} onSettle={keep => void saving.settle(keep)} />
                )}
                {trouble && (
                  <ErrorLine>
                    {trouble.what} {trouble.cure}
                  </ErrorLine>
                )}
                <StepPage
                  step={step}
                  saving={saving}
                  rules={rules}
                  report={forecast.report}
                  onGo={to => void go(to)}
                />
              </div>
            </div>
            {step === 'review' && id !== undefined ? (
              <Ready id={id} stored={revision} report={forecast.report} onGo={to => void go(to)} />
            ) : (
              <Effect begun={draft !== undefined} rules={rules} forecast={forecast} />
            )}
            <div className={classes.foot}>
              <WizardFoot
                step={step}
                open={draft !== undefined}
                quiet={step === 'contacts' && !detail?.campaign.contacts}
                onGo={to => void go(to)}
                onLaunch={() => setLaunching(true)}
              />
            </div>
          </form>
        </FormFactsContext>
      </CampaignFormProvider>
      {launching && id !== undefined && (
        <LaunchDialog
          campaign={id}
          name={form.values.name.trim()}
          mode="launch"
          onClose={() => setLaunching(false)}
        />
      )}
    </Page>
  )
}

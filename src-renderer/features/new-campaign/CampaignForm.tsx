import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { CampaignSettings } from '../../../src-main/contract/campaigns.ts'
import { api, queryClient, refusalOf } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { homeCountry } from '../../ui/CountrySelect.tsx'
import { say, sayRefusal } from '../../ui/say.tsx'
import { Basics } from './Basics.tsx'
import { Calling } from './Calling.tsx'
import classes from './CampaignForm.module.css'
import { ContactsPart } from './ContactsPart.tsx'
import { FormProvider, useNewForm } from './context.ts'
import { Effect } from './Effect.tsx'
import { emptyDays, rules, toCampaign, type Values } from './form.ts'
import type { Created } from './ImportOutcome.tsx'
import { Lines } from './Lines.tsx'
import { Schedule } from './Schedule.tsx'

const words = text.newCampaign

interface CampaignFormProps {
  readonly defaults: CampaignSettings
  readonly takenNames: readonly string[]
  readonly onCreated: (created: Created) => void
}

const start = (defaults: CampaignSettings): Values => ({
  name: '',
  agent: null,
  trunk: null,
  numbers: [],
  upload: null,
  phoneColumn: null,
  nameColumn: null,
  defaultCountry: homeCountry,
  zone: defaults.zone,
  days: emptyDays(defaults.windows),
  maxConcurrentCalls: defaults.maxConcurrentCalls,
  intervalMs: String(defaults.intervalMs),
  ringSeconds: String(defaults.ringSeconds),
  maxRetries: defaults.maxRetries,
  retryMinutes: defaults.retryMinutes,
  record: defaults.record,
})

/** Errors stand at their field when it is left; the right column shows at once what a change does. */
export function CampaignForm({ defaults, takenNames, onCreated }: CampaignFormProps) {
  const navigate = useNavigate()
  const done = useRef(false)
  const form = useNewForm({
    mode: 'controlled',
    initialValues: start(defaults),
    validateInputOnBlur: true,
    validate: {
      ...rules,
      name: value => rules.name(value) ?? (takenNames.includes(value.trim()) ? words.errors.nameTaken : null),
    },
  })
  useBlocker({
    shouldBlockFn: () => !done.current && form.isDirty() && !window.confirm(words.leave),
    enableBeforeUnload: () => !done.current && form.isDirty(),
  })
  const create = useMutation(
    api.campaigns.create.mutationOptions({
      onSuccess: async ({ id, imported }, { name }) => {
        done.current = true
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
        const { duplicates, doNotCall, rejected } = imported
        if (duplicates + doNotCall + rejected > 0) return onCreated({ id, name, imported })
        say(words.createdWith(imported.added))
        void navigate({ to: '/campaigns/$id', params: { id } })
      },
      onError: error => {
        const refusal = refusalOf(error)
        const field = refusal?.field
        if (refusal && field && field in form.values) {
          form.setFieldError(field, `${refusal.what} ${refusal.cure}`)
          toField(field)
        } else sayRefusal(error, words.notCreated)
      },
    }),
  )
  return (
    <FormProvider form={form}>
      <form
        className={classes.form}
        noValidate
        aria-label={words.title}
        onSubmit={form.onSubmit(
          values => create.mutate(toCampaign(values)),
          errors => toField(Object.keys(errors)[0] ?? ''),
        )}
      >
        <div className={classes.parts}>
          <div className={classes.column}>
            <Basics />
            <ContactsPart />
            <Lines />
            <Schedule />
            <Calling />
          </div>
        </div>
        <Effect />
        <div className={classes.foot}>
          <Button component={Link} to="/campaigns">
            {text.shell.cancel}
          </Button>
          <span className={classes.calm}>{words.calm}</span>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {words.create}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}

/** To the first field with an error, once it stands there. */
function toField(field: string) {
  requestAnimationFrame(() => {
    const place = document.querySelector(
      `[data-field="${CSS.escape(field)}"], [data-path="${CSS.escape(field)}"]`,
    )
    place?.scrollIntoView({ block: 'center' })
    const input = place?.matches('input, button') ? place : place?.querySelector('input, button')
    if (input instanceof HTMLElement) input.focus({ preventScroll: true })
  })
}

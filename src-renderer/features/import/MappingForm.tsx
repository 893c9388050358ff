import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { ColumnUse, FileReading, ImportPreview } from '../../../src-main/contract/imports.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { CountrySelect } from '../../ui/CountrySelect.tsx'
import { Choice } from '../../ui/campaign/fields/Choice.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Target } from '../../ui/files/import-target.ts'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { CheckPanels } from './CheckPanels.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import { ImportFoot } from './ImportFoot.tsx'
import classes from './MappingForm.module.css'
import { canBeChecked, problemsOf } from './mapping.ts'
import { OptionsRow } from './OptionsRow.tsx'
import { planOf, type RowOptions } from './plan.ts'
import { TargetSelect } from './TargetSelect.tsx'
import { useCheck } from './use-check.ts'

const words = text.imports

interface MappingFormProps {
  readonly preview: ImportPreview
  readonly reading: FileReading | null
  readonly options: RowOptions
  readonly target: Target
  readonly onOptions: (part: Partial<RowOptions>) => void
  readonly onTarget: (target: Target) => void
  readonly onBack: () => void
}

/** What each column becomes and what holds for all rows; below it what would come of that. */
export function MappingForm(props: MappingFormProps) {
  const { preview, reading, options, target, onOptions, onTarget, onBack } = props
  const { upload, defaultCountry } = preview
  const [uses, setUses] = useState<readonly ColumnUse[]>(() => preview.columns.map(({ use }) => use))
  const intoCampaign = target.into === 'campaign'
  const problems = useMemo(() => problemsOf(uses, intoCampaign), [uses, intoCampaign])
  const plan = useMemo(
    () => planOf({ target, uses, options, reading, proposedCountry: defaultCountry }),
    [target, uses, options, reading, defaultCountry],
  )
  const check = useCheck({ upload, plan, enabled: canBeChecked(problems) })
  const facets = useQuery(api.contacts.facets.queryOptions())
  const needs = check.data?.agent?.needs
  const fields = useMemo(
    () => [...new Set([...(needs ?? []).map(({ key }) => key), ...(facets.data?.fields ?? [])])],
    [needs, facets.data],
  )
  const onUse = useCallback(
    (column: number, use: ColumnUse) =>
      setUses(before => before.map((one, index) => (index === column ? use : one))),
    [],
  )
  const navigate = useNavigate()
  const start = useMutation(
    api.imports.start.mutationOptions({
      onSuccess: async job => {
        queryClient.setQueryData(api.jobs.get.queryKey({ input: { id: job.id } }), job)
        await navigate({ to: '/contacts/imports/$id', params: { id: job.id } })
      },
    }),
  )
  return (
    <>
      <div className={classes.scroll}>
        <div className={classes.top}>
          <h2 className={classes.question}>{words.columns.question}</h2>
          <TargetSelect target={target} onChange={onTarget} />
          <div className={classes.country}>
            <CountrySelect
              label={words.options.country}
              value={options.country ?? defaultCountry}
              onChange={country => onOptions({ country })}
            />
          </div>
          <Field label={words.options.known}>
            <Choice
              label={words.options.known}
              choices={['update', 'fill', 'skip'] as const}
              name={policy => words.options.policies[policy]}
              value={options.known}
              onChange={known => onOptions({ known })}
            />
          </Field>
        </div>
        <ColumnTable
          preview={preview}
          uses={uses}
          check={check.data}
          problems={problems}
          fields={fields}
          intoCampaign={intoCampaign}
          onUse={onUse}
        />
        <OptionsRow options={options} intoCampaign={intoCampaign} onChange={onOptions} />
        {check.error && !check.data ? (
          <ErrorPanel what={words.check.failed} error={check.error} onRetry={() => void check.refetch()} />
        ) : check.data ? (
          <CheckPanels check={check.data} known={options.known} uses={uses} behind={check.behind} />
        ) : (
          canBeChecked(problems) && <SkeletonRows rows={4} height={44} />
        )}
        <p className={classes.remembered}>{words.check.remembered(preview.columns.length)}</p>
      </div>
      <ImportFoot
        preview={preview}
        check={check.behind ? undefined : check.data}
        ready={canBeChecked(problems)}
        pending={start.isPending}
        error={start.error}
        onBack={onBack}
        onStart={() => start.mutate({ upload, plan })}
      />
    </>
  )
}

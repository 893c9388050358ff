import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow, ImportResult } from '../../../../src-main/contract/campaigns.ts'
import { api, queryClient, refusalOf } from '../../../api/client.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { homeCountry } from '../../../ui/CountrySelect.tsx'
import { sayRefusal } from '../../../ui/say.tsx'
import classes from './ContactsStep.module.css'
import { FilePart } from './FilePart.tsx'
import { FileFormProvider, fileOf, fileRules, useNewFileForm } from './file-form.ts'
import { ImportOutcome } from './ImportOutcome.tsx'

const words = text.newCampaign.contacts

interface ContactsStepProps {
  readonly id: CampaignRow['id']
  /** Waiting contacts that nothing keeps out for good, once that is known. */
  readonly callable: number | undefined
}

/** Who is called: what is in the campaign, and a file to add. */
export function ContactsStep({ id, callable }: ContactsStepProps) {
  const all = useCampaignLive(id, live => live?.campaign.contacts)
  const [outcome, setOutcome] = useState<ImportResult>()
  const form = useNewFileForm({
    mode: 'controlled',
    initialValues: { upload: null, phoneColumn: null, nameColumn: null, defaultCountry: homeCountry },
    validate: fileRules,
  })
  const add = useMutation(
    api.campaigns.addContacts.mutationOptions({
      onSuccess: async result => {
        setOutcome(result)
        form.reset()
        await Promise.all(
          [api.campaigns.key(), api.compliance.key(), api.launch.key()].map(queryKey =>
            queryClient.invalidateQueries({ queryKey }),
          ),
        )
      },
      onError: error => {
        const refusal = refusalOf(error)
        if (!refusal) return sayRefusal(error, words.notAdded)
        const field = refusal.field === 'phoneColumn' ? 'phoneColumn' : 'upload'
        form.setFieldError(field, `${refusal.what} ${refusal.cure}`)
      },
    }),
  )
  return (
    <FileFormProvider form={form}>
      {all !== undefined && all > 0 && (
        <p className={classes.now}>
          <strong className="num">{count(all)}</strong> {words.inCampaign(all)}
          {callable !== undefined && <span className={classes.callable}>{words.callable(callable)}</span>}
        </p>
      )}
      {outcome && <ImportOutcome imported={outcome} />}
      <FilePart
        pending={add.isPending}
        first={all === 0}
        onAdd={() => {
          if (!form.validate().hasErrors) add.mutate({ id, ...fileOf(form.getValues()) })
        }}
      />
    </FileFormProvider>
  )
}

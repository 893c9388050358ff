import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { languageName } from '../../../format/language.ts'
import { locale } from '../../../format/locale.ts'
import { text } from '../../../text/text.ts'
import { DialogFrame } from '../../moves/DialogFrame.tsx'
import type { Chosen } from './chosen.ts'
import { useAct } from './use-act.ts'

const words = text.contacts.speaking
const none = ''
const usual =
  'ar bg cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'

interface LanguageDialogProps {
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: () => void
}

export function LanguageDialog({ chosen, onClose, onDone }: LanguageDialogProps) {
  const inUse = useQuery(api.contacts.facets.queryOptions()).data?.languages
  const [tag, setTag] = useState<string | null>(null)
  const act = useAct(onDone)
  const choices = useMemo(
    () =>
      [...new Set([...(inUse ?? []), ...usual.split(' ')])]
        .map(value => ({ value, label: languageName(value) }))
        .sort((a, b) => a.label.localeCompare(b.label, locale)),
    [inUse],
  )
  return (
    <DialogFrame
      title={words.title(chosen.contacts)}
      onClose={onClose}
      act={words.act(chosen.contacts)}
      disabled={tag === null}
      pending={act.isPending}
      error={act.error}
      onAct={() =>
        act.mutate({
          selection: chosen.selection,
          action: { do: 'set_language', language: tag === none ? null : tag },
        })
      }
    >
      <Select
        label={words.language}
        description={words.help}
        data-autofocus
        searchable
        maxDropdownHeight={240}
        data={[{ value: none, label: words.none }, ...choices]}
        value={tag}
        onChange={setTag}
      />
    </DialogFrame>
  )
}

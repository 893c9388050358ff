import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import type { AgentDetail } from '../../../../src-main/contract/agents.ts'
import type { Flow } from '../../../../src-main/contract/flow.ts'
import { client } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { say, sayRefusal } from '../../../ui/say.tsx'

const words = text.flow.tools

interface FileMenuProps {
  readonly id: AgentDetail['id']
  readonly flush: () => Promise<unknown>
  readonly onImport: (flow: Flow) => void
}

/** The flow as a file, out and in; an import is an edit that can be taken back. */
export function FileMenu({ id, flush, onImport }: FileMenuProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const read = async (file: File) => {
    try {
      const { flow } = await client.agents.readFlow({ text: await file.text() })
      onImport(flow)
      say(words.imported(Object.keys(flow.steps).length))
    } catch (failure) {
      sayRefusal(failure, words.notImported)
    }
  }
  const save = async () => {
    try {
      await flush()
      const { fileName, text: written } = await client.agents.exportFlow({ id })
      download(fileName, written)
    } catch (failure) {
      sayRefusal(failure, words.notExported)
    }
  }
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-xs" variant="subtle" rightSection={<IconChevronDown size={12} />}>
            {words.file}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save()}>{words.exportFile}</Menu.Item>
          <Menu.Item onClick={() => chooser.current?.click()}>{words.importFile}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={words.importFile}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void read(file)
        }}
      />
    </>
  )
}

function download(name: string, content: string) {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { text } from '../../text/text.ts'
import { Panel } from '../Panel.tsx'
import { sayRefusal } from '../say.tsx'
import { ChartTable } from './ChartTable.tsx'
import { type ChartData, fileName } from './chart-data.ts'
import { csvOf } from './csv-of.ts'
import { pictureOf } from './picture-of.ts'
import { saveFile } from './save-file.ts'

const words = text.analytics.panel

interface ChartPanelProps {
  readonly title: string
  readonly fact?: ReactNode
  /** What belongs to the chart, before its tools. */
  readonly aside?: ReactNode
  /** Whose chart it is, for the names of its files. */
  readonly of: string
  readonly data: ChartData
  /** It shows its data as a table already. */
  readonly isTable?: boolean
  readonly flush?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A chart with its data as a table, as CSV, and as a picture. */
export function ChartPanel(props: ChartPanelProps) {
  const { title, fact, aside, of, data, isTable = false, flush = false, className, children } = props
  const body = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const saveData = () => saveFile(new Blob([csvOf(data)], { type: 'text/csv' }), fileName([of, title], 'csv'))
  const savePicture = async () => {
    if (body.current === null) return
    try {
      saveFile(await pictureOf(body.current, `${of}: ${title}`, data), fileName([of, title], 'png'))
    } catch (error) {
      sayRefusal(error, words.noPicture)
    }
  }
  return (
    <Panel
      title={title}
      fact={fact}
      flush={flush}
      className={className}
      aside={
        <>
          {aside}
          <span data-unprinted>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="sm" aria-label={words.ways(title)}>
                  <IconDots size={14} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {!isTable && (
                  <Menu.Item onClick={() => setAsTable(!asTable)}>
                    {asTable ? words.asChart : words.asTable}
                  </Menu.Item>
                )}
                <Menu.Item onClick={saveData}>{words.csv}</Menu.Item>
                <Menu.Item onClick={() => void savePicture()}>{words.png}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        </>
      }
    >
      <div ref={body}>{asTable ? <ChartTable label={title} data={data} /> : children}</div>
    </Panel>
  )
}

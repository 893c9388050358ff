import { Button } from '@mantine/core'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import type { Demo } from './use-demo.ts'

const words = text.home.first.demo

interface StartDemoProps {
  readonly demo: Demo
  readonly onStart: () => void
}

/** The button that starts the demo, and how far it is; while weeks are played it takes that back. */
export const StartDemo = ({ demo: { share, isPending, cancel }, onStart }: StartDemoProps) =>
  share === null ? (
    <>
      <Button size="sm" variant="filled" loading={isPending} onClick={onStart}>
        {words.act}
      </Button>
      <span>{words.time}</span>
    </>
  ) : (
    <>
      <Button size="sm" onClick={cancel}>
        {words.cancel}
      </Button>
      <span role="status">{words.playing(count(Math.floor(share * 100)))}</span>
    </>
  )

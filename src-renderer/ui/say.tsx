import { notifications } from '@mantine/notifications'
import { text } from '../text/text.ts'
import { StatusGlyph } from './StatusGlyph.tsx'
import { type Trouble, troubleOf } from './trouble.ts'

const staysMs = 6_000

/** A short message at the bottom right; what needs an answer belongs into Notifications instead. */
export const say = (message: string) =>
  notifications.show({
    message,
    icon: <StatusGlyph shape="disc-tick" hue="green" />,
    autoClose: staysMs,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': text.shell.close },
  })

/** What stands in the way, and what to do now. */
export const sayTrouble = ({ what, cure }: Trouble) =>
  notifications.show({
    title: what,
    message: cure,
    icon: <StatusGlyph shape="alert" hue="red" />,
    autoClose: staysMs * 2,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': text.shell.close },
  })

/** Says what did not happen, why, and what to do now. */
export function sayRefusal(error: unknown, stays: string) {
  const { what, cure } = troubleOf(error)
  sayTrouble({ what, cure: `${cure} ${stays}` })
}

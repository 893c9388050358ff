import { notifications } from '@mantine/notifications'
import { refusalOf } from '../api/client.ts'
import { text } from '../text/text.ts'
import { StatusGlyph } from './StatusGlyph.tsx'

const staysMs = 6_000

/** A short message at the bottom right; what needs an answer belongs into Notifications instead. */
export const say = (message: string) =>
  notifications.show({
    message,
    icon: <StatusGlyph shape="disc-tick" hue="green" />,
    autoClose: staysMs,
    withCloseButton: true,
  })

/** Says why something was refused and what to do now. */
export function sayRefusal(error: unknown, what: string) {
  const refusal = refusalOf(error)
  notifications.show({
    title: refusal?.what ?? what,
    message: refusal?.cure ?? text.shell.notConnectedCure,
    icon: <StatusGlyph shape="alert" hue="red" />,
    autoClose: staysMs * 2,
    withCloseButton: true,
  })
}

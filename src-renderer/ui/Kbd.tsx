import { text } from '../text/text.ts'
import classes from './Kbd.module.css'

/** `children`: names of keys as an English keyboard has them, parted by blanks. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd className={classes.key}>
    {children
      .split(' ')
      .map(key => text.shell.keys.names[key] ?? key)
      .join(' ')}
  </kbd>
)

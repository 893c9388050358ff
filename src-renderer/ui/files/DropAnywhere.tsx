import { Dropzone } from '@mantine/dropzone'
import { useNavigate } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import classes from './DropAnywhere.module.css'
import { handOver } from './handed-over.ts'
import { searchOf, type Target } from './import-target.ts'

/** A file dropped anywhere on the page leads into its import, with this page's list as the target. */
export function DropAnywhere({ target }: { target: Target }) {
  const navigate = useNavigate()
  return (
    <Dropzone.FullScreen
      active
      withinPortal={false}
      multiple={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
      className={classes.veil ?? ''}
      onDrop={([file]) => {
        if (!file) return
        handOver(file)
        void navigate({ to: '/contacts/import', search: searchOf(target) })
      }}
    >
      <p className={classes.words}>{text.imports.choose.dropAnywhere}</p>
    </Dropzone.FullScreen>
  )
}

import { Button, SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core'
import { openDialog } from '../../app/open.ts'
import { chooseLanguage } from '../../text/choose-language.ts'
import { chosenLanguage, type LanguageChoice, languages } from '../../text/language.ts'
import { text } from '../../text/text.ts'
import { useDensity } from '../../ui/density.ts'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useLetterKeys } from '../../ui/use-keys.ts'
import classes from './settings.module.css'

const words = text.preferences.appearance
const choices: readonly LanguageChoice[] = ['auto', ...languages]

/** How this computer shows the workspace. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { density, choose } = useDensity()
  const letters = useLetterKeys()
  return (
    <Panel title={words.title} fact={words.fact}>
      <div className={classes.form}>
        <Field label={text.language.label} help={text.language.help}>
          <SegmentedControl
            aria-label={text.language.label}
            data={choices.map(value => ({ value, label: text.language.names[value] }))}
            value={chosenLanguage()}
            onChange={chooseLanguage}
          />
        </Field>
        <Field label={words.theme}>
          <SegmentedControl
            aria-label={words.theme}
            data={(['auto', 'light', 'dark'] as const).map(value => ({
              value,
              label: text.shell.themes[value],
            }))}
            value={colorScheme}
            onChange={value => setColorScheme(value)}
          />
        </Field>
        <Field label={words.density} help={words.densityHelp}>
          <SegmentedControl
            aria-label={words.density}
            data={(['normal', 'compact'] as const).map(value => ({ value, label: words.densities[value] }))}
            value={density}
            onChange={choose}
          />
        </Field>
        <Switch
          label={words.keys}
          description={words.keysHelp}
          checked={letters.on}
          onChange={event => letters.turn(event.currentTarget.checked)}
        />
        <div className={classes.foot}>
          <Button onClick={() => openDialog('keys')}>{words.showKeys}</Button>
        </div>
      </div>
    </Panel>
  )
}

import { Button, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { text } from '../../text/text.ts'
import { CountrySelect } from '../../ui/CountrySelect.tsx'
import { ZoneSelect } from '../../ui/campaign/schedule/ZoneSelect.tsx'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { overTheirs } from '../../ui/conflict/over-theirs.ts'
import { Panel } from '../../ui/Panel.tsx'
import { AsOpened, type Opened, useEdited } from './AsOpened.tsx'
import { Caps } from './Caps.tsx'
import classes from './settings.module.css'
import { reloadPreferences, useSetProfile, useSetStartsAtLogin } from './use-preferences.ts'
import { type Stored, WithPreferences } from './WithPreferences.tsx'

const words = text.preferences.workspace

export const WorkspaceSettings = () => (
  <>
    <WithPreferences>
      {({ profile, zone, startsAtLogin }) => (
        <AsOpened stored={profile}>
          {form => <Profile {...form} zone={zone} startsAtLogin={startsAtLogin} />}
        </AsOpened>
      )}
    </WithPreferences>
    <Caps />
  </>
)

/** What the workspace is called, and where it is at home. */
function Profile({
  opened: profile,
  onEdited,
  onReopen,
  zone,
  startsAtLogin,
}: Opened<Stored['profile']> & Pick<Stored, 'zone' | 'startsAtLogin'>) {
  const [name, setName] = useState(profile.name)
  const [country, setCountry] = useState(profile.country)
  const [wanted, setWanted] = useState(profile.zone)
  const save = useSetProfile(onReopen)
  const login = useSetStartsAtLogin()
  const isSame = name.trim() === profile.name && country === profile.country && wanted === profile.zone
  useEdited(!isSame, onEdited)
  return (
    <Panel title={words.profile}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          if (!isSame) save.mutate({ name: name.trim(), country, zone: wanted, opened: profile })
        }}
      >
        <TextInput
          label={words.name}
          description={words.nameHelp}
          maxLength={80}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <CountrySelect
          label={words.country}
          description={words.countryHelp}
          placeholder={words.countryUnset}
          {...(country !== null && { value: country })}
          onChange={setCountry}
        />
        <ZoneSelect
          label={words.zone}
          placeholder={words.zoneUnset}
          description={(wanted ?? zone) === zone ? words.zoneHelp(zone) : words.zoneLater(zone)}
          clearable
          value={wanted}
          onChange={setWanted}
        />
        {startsAtLogin !== null && (
          <Switch
            label={words.startsAtLogin}
            description={words.startsAtLoginHelp}
            checked={startsAtLogin}
            disabled={login.isPending}
            onChange={event => login.mutate({ on: event.currentTarget.checked })}
          />
        )}
        <div className={classes.foot}>
          <Button type="submit" variant="filled" disabled={isSame} loading={save.isPending}>
            {text.preferences.save}
          </Button>
        </div>
      </form>
      <ConflictDialog
        save={save}
        names={{ name: words.name, country: words.country, zone: words.zone }}
        mine={overTheirs}
        onTheirs={() => void reloadPreferences().then(onReopen)}
      />
    </Panel>
  )
}

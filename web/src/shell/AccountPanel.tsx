import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { leave } from '../api/session'
import { useMe } from '../api/use-me'
import { forgetRecent } from '../commands/recent'
import { forgetJobs } from '../bulk/watched'
import { takeLeave } from '../entry/away'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { Select } from '../ds/Field'
import { chooseShortcuts, chooseTheme, shortcutsEnabled, themeChoice, type ThemeChoice } from '../ds/theme'
import { shellMessages as text } from '../messages/shell'
import { forgetTabs } from '../tabs/stored'

const THEMES: ThemeChoice[] = ['system', 'light', 'dark', 'contrast']

export default function AccountPanel({ onDone }: { onDone: () => void }) {
  const { user } = useMe()
  const [theme, setTheme] = useState(themeChoice)
  const [shortcuts, setShortcuts] = useState(shortcutsEnabled)
  const [leaving, setLeaving] = useState(false)
  const head = useRef<HTMLDivElement>(null)
  // The panel took the keyboard before this came.
  useEffect(() => head.current?.parentElement?.querySelector('select')?.focus(), [])
  const exit = async () => {
    setLeaving(true)
    // Whatever the server answers, this computer must forget the person.
    await leave().catch(() => undefined)
    forgetRecent()
    forgetTabs()
    forgetJobs()
    window.location.assign(takeLeave())
  }
  return (
    <>
      <div ref={head}>
        <h2>{user.name}</h2>
        <p className="muted small">
          {user.login} · {user.agency.acronym}
        </p>
      </div>
      <Select
        label={text.appearance}
        value={theme}
        onChange={(value) => {
          const choice = THEMES.find((one) => one === value) ?? 'system'
          setTheme(choice)
          chooseTheme(choice)
        }}
      >
        {THEMES.map((choice) => (
          <option key={choice} value={choice}>
            {text.themes[choice]}
          </option>
        ))}
      </Select>
      <Checkbox
        label={text.shortcuts}
        hint={text.shortcutsHint}
        checked={shortcuts}
        onChange={(enabled) => {
          setShortcuts(enabled)
          chooseShortcuts(enabled)
        }}
      />
      <Link to="/seguranca" onClick={onDone}>
        {text.security}
      </Link>
      <Link to="/acessos" onClick={onDone}>
        {text.accesses}
      </Link>
      <Link to="/manual" onClick={onDone}>
        {text.manual}
      </Link>
      <Button look="secondary" busy={leaving} onClick={() => void exit()}>
        {text.leave}
      </Button>
    </>
  )
}

import { useState } from 'react'
import { Select, TextField } from '../ds/Field'
import { signingMessages as text } from '../messages/signing'

interface RoleTitleFieldProps {
  titles: string[]
  free: boolean
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

const OTHER = '\u0000'

/** The titles of the unit (ACC-11); where it has none, or the city allows it, the signer writes one. */
export function RoleTitleField({ titles, free, value, onChange, error }: RoleTitleFieldProps) {
  const [writing, setWriting] = useState(false)
  const common = { required: true, value, onChange, error }
  const written = { ...common, autoComplete: 'organization-title' }
  if (titles.length === 0) return <TextField {...written} label={text.roleTitle} />
  const choose = (chosen: string) => {
    setWriting(chosen === OTHER)
    onChange(chosen === OTHER ? '' : chosen)
  }
  return (
    <>
      <Select {...common} label={text.roleTitle} value={writing ? OTHER : value} onChange={choose} autoFocus={!value}>
        {value || writing ? null : <option value="">{text.chooseRoleTitle}</option>}
        {titles.map((candidate) => (
          <option key={candidate}>{candidate}</option>
        ))}
        {free ? <option value={OTHER}>{text.otherRoleTitle}</option> : null}
      </Select>
      {writing ? <TextField {...written} label={text.writtenRoleTitle} autoFocus /> : null}
    </>
  )
}

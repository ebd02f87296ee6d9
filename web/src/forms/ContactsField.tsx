import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { contactsQuery, createContact, type ContactInput } from '../api/directory'
import type { Contact } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { RadioGroup } from '../ds/Choice'
import type { ComboOption } from '../ds/ComboBox'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { MultiComboBox } from '../ds/MultiComboBox'
import { announce } from '../ds/toast'
import { formMessages as text } from '../messages/forms'

interface ContactsFieldProps {
  label: string
  hint?: string
  chosen: ComboOption[]
  onChange: (chosen: ComboOption[]) => void
  error?: string | undefined
}

/** People and organisations of the address book, with a way to add who is not there (PRO-10). */
export function ContactsField({ label, hint, chosen, onChange, error }: ContactsFieldProps) {
  const [query, setQuery] = useState('')
  const [creating, setCreating] = useState(false)
  const wanted = useDeferredValue(query.trim())
  const { data = [], isFetching } = useQuery(contactsQuery(wanted))
  const add = (contact: Contact) => {
    onChange([...chosen, optionOf(contact)])
    setCreating(false)
  }
  return (
    <MultiComboBox
      label={label}
      {...(hint ? { hint } : {})}
      options={data.map(optionOf)}
      onQuery={setQuery}
      loading={isFetching || wanted !== query.trim()}
      chosen={chosen}
      onChange={onChange}
      error={error}
    >
      {creating ? (
        <NewContact initialName={query} onDone={add} onCancel={() => setCreating(false)} />
      ) : (
        <div>
          <Button small look="secondary" onClick={() => setCreating(true)}>
            {text.newContact}
          </Button>
        </div>
      )}
    </MultiComboBox>
  )
}

export function optionOf(contact: { id: string; name: string; document?: string | null }): ComboOption {
  return { id: contact.id, label: contact.name, note: contact.document ?? undefined }
}

interface NewContactProps {
  initialName: string
  onDone: (contact: Contact) => void
  onCancel: () => void
}

function NewContact({ initialName, onDone, onCancel }: NewContactProps) {
  const [name, setName] = useState(initialName)
  const [kind, setKind] = useState<Contact['kind']>('person')
  const [document, setDocument] = useState('')
  const [email, setEmail] = useState('')
  const [checked, setChecked] = useState(false)
  const create = useAct((input: ContactInput, key) => createContact(input, key), {
    onDone: (contact) => {
      announce(text.contactSaved(contact.name))
      onDone(contact)
    },
  })
  const save = () => {
    setChecked(true)
    const mail = email.trim()
    const digits = document.replaceAll(/\D/g, '')
    if (name.trim()) void create.run({ name: name.trim(), kind, ...(digits ? { document: digits } : {}), ...(mail ? { email: mail } : {}) })
  }
  return (
    <div
      className="inline-form"
      role="group"
      aria-label={text.newContact}
      onKeyDown={(event) => {
        // The form around it must not be sent by Enter in these fields.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label={text.contactName}
        required
        autoFocus
        value={name}
        onChange={setName}
        error={create.field('name') ?? (checked && !name.trim() ? text.contactNameMissing : undefined)}
      />
      <RadioGroup
        label={text.contactKind}
        inline
        value={kind}
        onChange={setKind}
        options={[
          { value: 'person', label: text.person },
          { value: 'organisation', label: text.organisation },
        ]}
      />
      <TextField
        label={text.contactDocument(kind)}
        className="field-short"
        inputMode="numeric"
        value={document}
        onChange={setDocument}
        error={create.field('document')}
      />
      <TextField
        label={text.contactEmail}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        onChange={setEmail}
        error={create.field('email')}
      />
      <ErrorMessage error={create.error} />
      <div className="row">
        <Button small look="primary" busy={create.busy} onClick={save}>
          {text.contactSave}
        </Button>
        <Button small onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </div>
  )
}

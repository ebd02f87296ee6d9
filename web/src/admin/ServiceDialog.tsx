import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { refreshAdministration } from '../api/administration'
import { changeService, registerService, servicesQuery, type Service, type ServiceInput } from '../api/systems'
import { useAct } from '../api/use-act'
import { DateField } from '../ds/DateField'
import { FormDialog } from '../ds/Dialog'
import { TextArea, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { serviceMessages as text } from '../messages/systems'
import { EntryChoice } from './EntryChoice'
import { OperationChoice } from './OperationChoice'
import { EMPTY_SERVICE, fieldProblem, inputOf, missingOf } from './service-form'

/** The form of a system; without one, of a new one (ACC-09). */
export default function ServiceDialog({ service, onClose }: { service?: Service; onClose: () => void }) {
  const navigate = useNavigate()
  const { data } = useQuery(servicesQuery)
  const [code, setCode] = useState(service?.id ?? '')
  const [form, setForm] = useState<ServiceInput>(() => (service ? inputOf(service) : EMPTY_SERVICE))
  const [checked, setChecked] = useState(false)
  const save = useAct(
    (input: { code: string; form: ServiceInput }, key) =>
      service ? changeService(service.id, service.revision, input.form, key) : registerService(input.code, input.form, key),
    {
      onDone: async (made, { form: { name } }) => {
        announce(service ? text.saved : text.created(name))
        onClose()
        await refreshAdministration()
        if (!service) await navigate({ to: '/administracao/sistemas/$service', params: { service: made.id } })
      },
    },
  )
  const missing = missingOf(code, form)
  const submit = () => {
    setChecked(true)
    if (Object.keys(missing).length === 0) void save.run({ code: code.trim(), form: inputOf(form) })
  }
  const set = <Name extends keyof ServiceInput>(name: Name) => (value: ServiceInput[Name]) => setForm({ ...form, [name]: value })
  /** Everything a field of the form is drawn with. */
  const field = <Name extends keyof ServiceInput>(name: Name) => ({
    value: form[name],
    onChange: set(name),
    error: (checked ? missing[name] : undefined) ?? fieldProblem(save.error, name, form),
  })
  return (
    <FormDialog
      title={service ? text.editTitle(service.name) : text.create}
      confirm={service ? text.save : text.confirmCreate}
      wide
      busy={save.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {service ? null : (
        <TextField label={text.code} hint={text.codeHint} required autoComplete="off" autoCapitalize="none" maxLength={40} value={code} onChange={setCode} error={(checked ? missing.code : undefined) ?? save.field('code')} />
      )}
      <TextField label={text.name} hint={text.nameHint} required autoComplete="off" maxLength={200} {...field('name')} />
      <TextField label={text.contact} hint={text.contactHint} required autoComplete="off" maxLength={200} {...field('contact')} />
      <TextArea label={text.purpose} hint={text.purposeHint} required rows={2} maxLength={500} {...field('purpose')} />
      <OperationChoice offered={data?.operations ?? []} {...field('operations')} />
      <EntryChoice table="units" label={text.units} hint={text.unitsHint} required {...field('units')} />
      <EntryChoice table="process-types" label={text.types} hint={text.typesHint} {...field('process_types')} />
      <TextArea label={text.networks} hint={text.networksHint} rows={3} {...field('networks')} value={form.networks.join('\n')} onChange={(raw) => set('networks')(raw.split('\n'))} />
      <DateField label={text.until} hint={text.untilHint} {...field('valid_until')} value={form.valid_until ?? ''} onChange={(day) => set('valid_until')(day || null)} />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}

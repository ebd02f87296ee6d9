import type { ApiProblem } from '../api/problem'
import type { ServiceInput } from '../api/systems'
import { serviceMessages as text } from '../messages/systems'

export const EMPTY_SERVICE: ServiceInput = {
  name: '',
  contact: '',
  purpose: '',
  operations: [],
  units: [],
  process_types: [],
  networks: [],
  valid_until: null,
}

/** What is sent: the form alone, trimmed, without the empty lines between networks. */
export function inputOf(form: ServiceInput): ServiceInput {
  return {
    name: form.name.trim(),
    contact: form.contact.trim(),
    purpose: form.purpose.trim(),
    operations: form.operations,
    units: form.units,
    process_types: form.process_types,
    networks: form.networks.map((line) => line.trim()).filter(Boolean),
    valid_until: form.valid_until,
  }
}

/** What still has to be filled in, field by field. */
export function missingOf(code: string, form: ServiceInput): Partial<Record<keyof ServiceInput | 'code', string>> {
  const missing: Partial<Record<keyof ServiceInput | 'code', string>> = {}
  if (!code.trim()) missing.code = text.required
  for (const name of ['name', 'contact', 'purpose'] as const) if (!form[name].trim()) missing[name] = text.required
  if (form.operations.length === 0) missing.operations = text.operationsMissing
  if (form.units.length === 0) missing.units = text.unitsMissing
  return missing
}

/** What the API refused in a field; in one of many lines, with the line. */
export function fieldProblem(problem: ApiProblem | null, name: keyof ServiceInput, form: ServiceInput): string | undefined {
  const found = problem?.fields.find(({ field }) => field === name || field.startsWith(`${name}.`))
  if (!found) return undefined
  const line = name === 'networks' ? inputOf(form).networks[Number(found.field.slice(name.length + 1))] : undefined
  return line ? text.networkProblem(line, found.message) : found.message
}

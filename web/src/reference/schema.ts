import { reference as words } from '../messages/reference'

export interface Schema {
  $ref?: string
  type?: string
  format?: string
  title?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  default?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  pattern?: string
}

export interface Operation {
  tags: string[]
  summary: string
  description: string
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
  security: unknown[]
}

export interface Description {
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** The name of the model a reference points to. */
export const modelOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)

/** A type in Portuguese; models keep their names, which are links in the page. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return modelOf(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ')
  if (schema.type === 'array') return words.list(schema.items ? typeOf(schema.items) : words.anything)
  if (schema.format === 'date') return words.date
  return schema.type ? (words.kinds[schema.type] ?? schema.type) : words.anything
}

/** The limits of a value, as the server checks them. */
export function rulesOf(schema: Schema): string {
  const inside = schema.anyOf?.find((one) => one.type !== 'null') ?? schema
  const rules = [
    inside.minLength !== undefined && words.atLeast(inside.minLength, words.characters),
    inside.maxLength !== undefined && words.atMost(inside.maxLength, words.characters),
    inside.minimum !== undefined && words.atLeast(inside.minimum, ''),
    inside.maximum !== undefined && words.atMost(inside.maximum, ''),
    inside.minItems !== undefined && words.atLeast(inside.minItems, words.items),
    inside.maxItems !== undefined && words.atMost(inside.maxItems, words.items),
    inside.pattern !== undefined && inside.pattern,
    schema.default !== undefined && schema.default !== null && words.usual(JSON.stringify(schema.default)),
  ]
  return rules.filter(Boolean).join(' · ')
}

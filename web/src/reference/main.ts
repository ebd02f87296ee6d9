import '../public/public.css'
import './reference.css'
import { reference as words } from '../messages/reference'
import { element } from '../public/dom'
import { modelOf, rulesOf, typeOf, type Description, type Operation, type Schema } from './schema'

const main = document.getElementById('main') as HTMLElement

function typeCell(schema: Schema): HTMLElement {
  const referred = schema.$ref ?? schema.items?.$ref ?? schema.anyOf?.find((one) => one.$ref)?.$ref
  if (!referred) return element('td', {}, typeOf(schema))
  return element('td', {}, element('a', { href: `#${modelOf(referred)}` }, typeOf(schema)))
}

function table(rows: HTMLElement[], caption: string): HTMLElement {
  const head = element(
    'tr',
    {},
    ...[words.field, words.type, words.rules].map((word) => element('th', { scope: 'col' }, word)),
  )
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...rows)),
  )
}

function fieldRow(name: string, schema: Schema, required: boolean, note = ''): HTMLElement {
  const need = required ? words.required : words.optional
  const rules = [need, note, rulesOf(schema)].filter(Boolean).join(' · ')
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('code', {}, name)),
    typeCell(schema),
    element('td', {}, rules),
  )
}

function modelTable(schema: Schema, caption: string): HTMLElement {
  const required = schema.required ?? []
  const rows = Object.entries(schema.properties ?? {}).map(([name, one]) =>
    fieldRow(name, one, required.includes(name)),
  )
  return table(rows, caption)
}

function replies(operation: Operation): HTMLElement {
  const items = Object.entries(operation.responses).map(([status, reply]) => {
    const schema = Object.values(reply.content ?? {})[0]?.schema
    const name = schema?.$ref ? modelOf(schema.$ref) : null
    const link = name ? element('a', { href: `#${name}` }, name) : null
    return element('li', {}, element('code', {}, status), ` ${reply.description} `, link)
  })
  return element('div', {}, element('h4', {}, words.replies), element('ul', { class: 'replies' }, ...items))
}

function route(path: string, method: string, operation: Operation, description: Description): HTMLElement {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const model = body?.$ref ? description.components.schemas[modelOf(body.$ref)] : undefined
  const parameters = operation.parameters.map((one) =>
    fieldRow(one.name, one.schema, one.required, words.place[one.in] ?? one.in),
  )
  return element(
    'details',
    { class: 'route', 'data-words': `${path} ${method} ${operation.summary} ${operation.description}`.toLowerCase() },
    element(
      'summary',
      {},
      element('span', { class: `method ${method}` }, method.toUpperCase()),
      element('code', {}, path),
      element('span', {}, operation.summary),
    ),
    element('p', {}, operation.description.replaceAll('`', '')),
    element('p', { class: 'quiet' }, operation.security.length ? words.closed : words.open),
    parameters.length ? table(parameters, words.parameters) : null,
    model ? modelTable(model, words.body) : null,
    replies(operation),
  )
}

function show(description: Description): void {
  const count = element('p', { role: 'status', class: 'quiet' })
  const filter = element('input', { id: 'filter', type: 'search', autocomplete: 'off' })
  const groups = description.tags.map((tag) => {
    const routes = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation.tags.includes(tag.name))
        .map(([method, operation]) => route(path, method, operation, description)),
    )
    return element('section', {}, element('h2', {}, tag.description), ...routes)
  })
  const models = Object.entries(description.components.schemas).map(([name, schema]) =>
    element('section', { id: name, class: 'model' }, modelTable(schema, name)),
  )
  const refresh = () => {
    const wanted = filter.value.trim().toLowerCase()
    let shown = 0
    for (const group of groups) {
      let inside = 0
      for (const one of group.querySelectorAll<HTMLElement>('.route')) {
        one.hidden = !(one.dataset['words'] ?? '').includes(wanted)
        if (!one.hidden) inside += 1
      }
      group.hidden = inside === 0
      shown += inside
    }
    count.textContent = shown ? words.found(shown) : words.none
  }
  filter.addEventListener('input', refresh)
  main.replaceChildren(
    element('h1', {}, words.title),
    element('p', {}, words.intro),
    element('p', {}, element('a', { href: '/openapi.json', download: true }, words.download)),
    element('label', { for: 'filter' }, words.filter),
    filter,
    count,
    ...groups,
    element('h2', {}, words.schemas),
    ...models,
  )
  refresh()
}

try {
  const answer = await fetch('/openapi.json')
  if (!answer.ok) throw new Error(String(answer.status))
  show((await answer.json()) as Description)
} catch {
  main.replaceChildren(element('p', { role: 'alert' }, words.failed))
}

/** DOC-10: signing asks the password, says what it means and tells the fate of each document. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meKey } from '../../src/api/session'
import { SignDialog } from '../../src/signing/SignDialog'

interface Sent {
  path: string
  body: { password: string; role_title: string; digest: string }
  key: string | null
}

const me = {
  user: { id: 'ana', login: 'ana.lima', name: 'Ana Lima', agency: { id: 'pmu', acronym: 'PMU', name: 'Prefeitura' } },
  unit: { id: 'prot', acronym: 'SEMAD/PROT', name: 'Protocolo' },
  role_titles: ['Chefe de Divisão', 'Assistente'],
}
const letters = ['d1', 'd2', 'd3'].map((id) => ({
  id,
  number: `10000${id.slice(1)}`,
  title: `Ofício ${id}`,
  digest: id.repeat(32),
}))
let sent: Sent[] = []
let lacking: { kind: string; text: string }[] = []

/** Answers the signature of each document with a status and a problem code. */
function answering(answers: Record<string, [number, string?]>) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/checks')) return new Response(JSON.stringify({ items: lacking }))
    if (path === '/api/signatures') return batch(answers, path, init)
    const id = /documents\/(\w+)\//.exec(path)?.[1] ?? ''
    sent.push({ path, body: JSON.parse(String(init.body)), key: new Headers(init.headers).get('Idempotency-Key') })
    const [status, code] = answers[id] ?? [201]
    const headers = new Headers(status === 429 ? { 'Retry-After': '120' } : [])
    return new Response(JSON.stringify({ code, detail: 'Motivo do servidor.', status }), { status, headers })
  })
}

/** One request for many documents: what is wrong with the password is of all, the rest of each. */
function batch(answers: Record<string, [number, string?]>, path: string, init: RequestInit): Response {
  const body = JSON.parse(String(init.body)) as { documents: { document: string; process: string }[] }
  sent.push({ path, body: body as never, key: new Headers(init.headers).get('Idempotency-Key') })
  const ofAll = body.documents.map(({ document }) => answers[document]).find((answer) => answer?.[0] === 401)
  if (ofAll) return new Response(JSON.stringify({ code: ofAll[1], detail: '', status: 401 }), { status: 401 })
  const results = body.documents.map(({ document, process }) => {
    const code = answers[document]?.[1] ?? null
    return { process, document, signed: !code, crc: null, code, message: code ? 'Motivo do servidor.' : null }
  })
  return new Response(JSON.stringify({ results }), { status: 200 })
}

const asked = () =>
  sent.map(({ path, body }) =>
    path === '/api/signatures'
      ? (body as unknown as { documents: { document: string }[] }).documents.map(({ document }) => document)
      : [path.split('/')[5]],
  )

function open(documents = letters.slice(0, 1)) {
  const client = new QueryClient()
  client.setQueryData(meKey, me)
  const onSigned = vi.fn()
  const onClose = vi.fn()
  render(
    <QueryClientProvider client={client}>
      <SignDialog processId="p1" documents={documents} onSigned={onSigned} onClose={onClose} />
    </QueryClientProvider>,
  )
  return { onSigned, onClose, user: userEvent.setup() }
}

async function fill(user: ReturnType<typeof userEvent.setup>, password = 'segredo') {
  await user.selectOptions(screen.getByLabelText(/Cargo ou função/), 'Chefe de Divisão')
  await user.click(screen.getByLabelText(/Sua senha/))
  await user.paste(password)
}

beforeEach(() => {
  sent = []
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the signature carries the digest that was read, the role and a pasted password', async () => {
  answering({})
  const { user, onSigned, onClose } = open()
  await fill(user)
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    path: '/api/processes/p1/documents/d1/signatures',
    body: { password: 'segredo', role_title: 'Chefe de Divisão', digest: 'd1'.repeat(32) },
  })
  expect(sent[0]?.key).toBeTruthy()
  expect(onSigned).toHaveBeenCalledOnce()
  expect(onClose).toHaveBeenCalledOnce()
})

test('what the text still lacks is said before the password', async () => {
  lacking = [
    { kind: 'empty_field', text: 'interessados' },
    { kind: 'broken_reference', text: '9999999' },
  ]
  answering({})
  open()
  expect(await screen.findByText('O campo “Interessados” está em branco.')).toBeTruthy()
  expect(screen.getByText(/cita o número 9999999/)).toBeTruthy()
  lacking = []
})

test('without role or password nothing is sent and what is missing is said', async () => {
  answering({})
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(sent).toHaveLength(0)
  expect(screen.getByText('Digite a sua senha.')).toBeTruthy()
  expect(screen.getByText('Escolha com que cargo ou função você assina.')).toBeTruthy()
})

test('a wrong password signs none of the documents and asks again, with the field empty', async () => {
  answering({ d1: [401, 'wrong_password'] })
  const { user, onSigned } = open(letters)
  await fill(user, 'errada')
  await user.click(screen.getByRole('button', { name: 'Assinar 3 documentos' }))
  expect(sent).toHaveLength(1)
  expect(screen.getByText('A senha não confere. Digite de novo.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/Sua senha/).value).toBe('')
  expect(onSigned).not.toHaveBeenCalled()
})

test('too many attempts say how long to wait', async () => {
  answering({ d1: [429, 'too_many_attempts'] })
  const { user } = open()
  await fill(user)
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(await screen.findByText(/Aguarde 2 minutos/)).toBeTruthy()
})

test('a document that changed is not signed, the others are, and each says so', async () => {
  answering({ d2: [409, 'document_changed'] })
  const { user, onSigned, onClose } = open(letters)
  await fill(user)
  await user.click(screen.getByRole('button', { name: 'Assinar 3 documentos' }))
  expect(await screen.findByText(/o documento mudou depois que você o abriu/)).toBeTruthy()
  expect(screen.getAllByText('Assinado')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Fechar' }))
  expect(onSigned).toHaveBeenCalledOnce()
  expect(onClose).toHaveBeenCalledOnce()
})

test('trying again signs only what is left', async () => {
  answering({ d2: [409, 'signing_refused'] })
  const { user } = open(letters)
  await fill(user)
  await user.click(screen.getByRole('button', { name: 'Assinar 3 documentos' }))
  expect(await screen.findByText('Motivo do servidor.')).toBeTruthy()
  answering({})
  await user.click(screen.getByRole('button', { name: 'Assinar 1 documento' }))
  expect(asked()).toEqual([['d1', 'd2', 'd3'], ['d2']])
})

test('the password field is what password managers look for', () => {
  answering({})
  open()
  const password = screen.getByLabelText<HTMLInputElement>(/Sua senha/)
  expect(password.type).toBe('password')
  expect(password.autocomplete).toBe('current-password')
})

test('ten documents of different processes go in one request, with one password', async () => {
  answering({})
  const many = Array.from({ length: 10 }, (_, n) => ({
    process: `p${n}`,
    id: `d${n}`,
    number: '',
    title: `Ofício ${n}`,
    digest: 'a'.repeat(64),
  }))
  const { user, onSigned } = open(many)
  await fill(user)
  await user.click(screen.getByRole('button', { name: 'Assinar 10 documentos' }))
  expect(sent).toHaveLength(1)
  const body = sent[0]?.body as unknown as { password: string; documents: { process: string }[] }
  expect(body.password).toBe('segredo')
  expect(body.documents.map(({ process }) => process)).toEqual(many.map(({ process }) => process))
  expect(onSigned).toHaveBeenCalledOnce()
})

test('only where the city allows it is a title written, and then it is what signs', async () => {
  answering({})
  const { user } = open()
  expect(screen.queryByRole('option', { name: 'Outro: escrever' })).toBeNull()
  cleanup()
  const client = new QueryClient()
  client.setQueryData(meKey, { ...me, free_role_titles: true })
  render(
    <QueryClientProvider client={client}>
      <SignDialog processId="p1" documents={letters.slice(0, 1)} onSigned={vi.fn()} onClose={vi.fn()} />
    </QueryClientProvider>,
  )
  await user.selectOptions(screen.getByLabelText(/Cargo ou função/), 'Outro: escrever')
  await user.click(screen.getByLabelText(/Escreva o cargo/))
  await user.paste('Relatora da comissão')
  await user.click(screen.getByLabelText(/Sua senha/))
  await user.paste('segredo')
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(sent[0]?.body.role_title).toBe('Relatora da comissão')
})

// With a certificate

const both = { ...me, signing_methods: [{ method: 'password', level: 'simple' }, { method: 'certificate', level: 'qualified' }] }

function offering(documents = letters.slice(0, 1)) {
  const client = new QueryClient()
  client.setQueryData(meKey, both)
  render(
    <QueryClientProvider client={client}>
      <SignDialog processId="p1" documents={documents} onSigned={vi.fn()} onClose={vi.fn()} />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

test('the password comes first where it is enough, and the certificate asks for its file and its own password', async () => {
  answering({})
  const user = offering()
  expect(screen.getByLabelText(/Sua senha/)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Com certificado digital' }))
  expect(screen.queryByLabelText(/Sua senha/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(screen.getByText('Escolha o arquivo do seu certificado.')).toBeTruthy()
  expect(screen.getByText('Digite a senha do certificado.')).toBeTruthy()
  expect(sent).toHaveLength(0)
})

test('a document that asks for a qualified signature is not offered the password', () => {
  answering({})
  offering(letters.slice(0, 1).map((letter) => ({ ...letter, minimum: 'qualified' as const })))
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByLabelText(/Arquivo do certificado/)).toBeTruthy()
})

test('a file that is no certificate is said beside its field and nothing is sent', async () => {
  answering({})
  const user = offering()
  await user.selectOptions(screen.getByLabelText(/Cargo ou função/), 'Chefe de Divisão')
  await user.click(screen.getByRole('radio', { name: 'Com certificado digital' }))
  await user.upload(screen.getByLabelText(/Arquivo do certificado/), new File(['nada'], 'ana.pfx'))
  await user.click(screen.getByLabelText(/Senha do certificado/))
  await user.paste('segredo')
  await user.click(screen.getByRole('button', { name: 'Assinar' }))
  expect(await screen.findByText(/não é um certificado/)).toBeTruthy()
  expect(sent).toHaveLength(0)
})

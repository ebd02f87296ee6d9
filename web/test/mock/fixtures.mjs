/** A small city for looking at the screens without the API: enough variety to see every state. */
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const now = Date.now()
export const ago = (milliseconds) => new Date(now - milliseconds).toISOString()
const civil = (days) => new Date(now + days * DAY).toISOString().slice(0, 10)

const agency = { id: 'pmu', acronym: 'PMU', name: 'Prefeitura Municipal de Ubatuba' }
const unit = (id, acronym, name, protocol = false) => ({ id, acronym, name, agency, protocol, can_receive: true })
export const units = [
  unit('semad-prot', 'SEMAD/PROT', 'Divisão de Protocolo e Arquivo', true),
  unit('semad', 'SEMAD', 'Secretaria Municipal de Administração'),
  unit('pgm', 'PGM', 'Procuradoria-Geral do Município'),
  unit('sefin', 'SEFIN', 'Secretaria Municipal de Fazenda'),
  unit('semur', 'SEMUR', 'Secretaria Municipal de Urbanismo'),
  unit('semma', 'SEMMA', 'Secretaria Municipal de Meio Ambiente'),
]
const person = (id, name) => ({ id, name, login: id })
export const users = [person('ana.lima', 'Ana Beatriz Lima'), person('carlos.souza', 'Carlos Souza'), person('dalva.nunes', 'Dalva Nunes')]

export const me = {
  user: { ...users[0], agency },
  previous_access: { at: ago(DAY), address: '10.0.4.17' },
  session: { expires_at: new Date(now + 8 * 60 * MINUTE).toISOString() },
  unit: units[0],
  units: units.slice(0, 3),
  role_titles: ['Chefe da Divisão de Protocolo', 'Assistente administrativa'],
  free_role_titles: false,
  documents_per_folder: 20,
  sends_email: true,
  actions: [],
  tenant: {
    id: 'ubatuba', name: 'Prefeitura Municipal da Estância Balneária de Ubatuba', short_name: 'Prefeitura de Ubatuba',
    time_zone: 'America/Sao_Paulo', primary_color: '#0B5C87', coat_of_arms: '', founding_norm: 'Decreto nº 9.000', training: true, rollout: false,
  },
}

const type = (code, name, description, used, levels = ['public', 'restricted']) => ({
  code, name, description, used, suggested_subjects: ['01.02.01'], allowed_levels: levels, suggested_level: levels[0], suggested_legal_basis: null,
})
export const catalogues = {
  'process-types': [
    type('requerimento-cidadao', 'Atendimento: requerimento do cidadão', 'Pedido geral de providência ou de informação apresentado no Protocolo.', true),
    type('oficio-recebido', 'Correspondência: ofício recebido', 'Ofício ou expediente recebido de outro órgão ou entidade.', true),
    type('alvara-construcao', 'Urbanismo: alvará de construção', 'Análise de projeto e emissão de alvará para construção, reforma ou demolição.', false),
    type('ferias', 'Pessoal: férias', 'Concessão, alteração e interrupção de férias.', false, ['restricted', 'public']),
    type('pagamento', 'Finanças: pagamento de fornecedor', 'Liquidação e pagamento de despesa.', false),
  ],
  'document-types': [
    { code: 'oficio', name: 'Ofício', group: 'Correspondência', applies_to: 'both', has_template: true, allows_addressees: true, allows_interested_parties: true, numbering: 'unit_annual', has_amount: false, suggested_subjects: [] },
    { code: 'despacho', name: 'Despacho', group: 'Decisão', applies_to: 'authored', has_template: true, allows_addressees: false, allows_interested_parties: true, numbering: 'none', has_amount: false, suggested_subjects: [] },
    { code: 'parecer', name: 'Parecer', group: 'Manifestação técnica', applies_to: 'both', has_template: true, allows_addressees: false, allows_interested_parties: true, numbering: 'unit_annual', has_amount: false, suggested_subjects: [] },
    { code: 'requerimento', name: 'Requerimento', group: 'Petição', applies_to: 'uploaded', has_template: false, allows_addressees: false, allows_interested_parties: true, numbering: 'none', has_amount: false, suggested_subjects: [] },
    { code: 'comprovante', name: 'Comprovante', group: 'Petição', applies_to: 'uploaded', has_template: false, allows_addressees: false, allows_interested_parties: true, numbering: 'none', has_amount: false, suggested_subjects: [] },
  ],
  subjects: [
    { code: '01.02.01', name: 'Atendimento ao cidadão' },
    { code: '01.01.01', name: 'Correspondência oficial' },
    { code: '05.01.01', name: 'Licenciamento de obras' },
  ],
  'legal-bases': [
    { code: 'informacao-pessoal', name: 'Informação pessoal', law: 'Art. 31 da Lei nº 12.527/2011', level: 'restricted' },
    { code: 'sigilo-fiscal', name: 'Sigilo fiscal', law: 'Art. 198 da Lei nº 5.172/1966', level: 'restricted' },
  ],
  'conformity-checks': [{ code: 'original', name: 'Documento original' }, { code: 'copia-simples', name: 'Cópia simples' }],
  priorities: [{ code: 'idoso-60', name: 'Pessoa idosa (de 60 a 80 anos)' }, { code: 'doenca-grave', name: 'Pessoa com doença grave' }],
}

export const contacts = [
  { id: 'c1', name: 'Maria das Dores Ferreira', kind: 'person', document: '***.456.789-**' },
  { id: 'c2', name: 'Construtora Horizonte Ltda.', kind: 'organisation', document: '12.***.***/0001-**' },
  { id: 'c3', name: 'João da Silva', kind: 'person', document: null },
]

const ABOUT = [
  ['Pedido de poda de árvore na Rua das Palmeiras', 'Maria das Dores Ferreira'],
  ['Residência unifamiliar, lote 14, quadra B', 'Construtora Horizonte Ltda.'],
  ['NF 4.512, manutenção predial', 'Serviços Gerais ME'],
  ['Férias regulamentares, exercício de 2026', 'João da Silva'],
  ['Ofício nº 231/2026 do Ministério Público', ''],
]

export function row(index) {
  const [specification, party] = ABOUT[index % ABOUT.length]
  const kind = catalogues['process-types'][index % 5]
  const overdue = index % 11 === 4
  return {
    process: `p${String(index).padStart(4, '0')}`,
    nup: `10001.${String(100_000 + index * 37).padStart(6, '0')}/2026-${String((index * 7) % 97).padStart(2, '0')}`,
    type: { code: kind.code, name: kind.name }, specification, interested_parties: party ? [party] : [],
    access_level: index % 9 === 3 ? 'restricted' : 'public', state: index % 17 === 9 ? 'suspended' : 'normal',
    priority: index % 8 === 5 ? 'idoso-60' : null, tab: index % 4 === 3 ? 'generated' : 'received', unread: index % 6 === 0,
    assignee: index % 3 === 0 ? null : { id: users[index % 3].id, name: users[index % 3].name },
    signals: index % 5 === 2 ? ['document_included'] : index % 7 === 3 ? ['document_signed'] : [],
    return_to_give: index % 4 === 0 ? { due: civil(overdue ? -2 : 4), status: overdue ? 'overdue' : 'on_time' } : null,
    return_awaited: index % 10 === 6 ? { due: civil(1), status: 'due_soon' } : null,
    sender_unit: index % 4 === 3 ? null : { id: units[index % 6].id, acronym: units[index % 6].acronym },
    arrived_at: ago(index * 5 * 60 * MINUTE), last_activity_at: ago(index * 60 * MINUTE),
    desk: { note: null, labels: [], deadline: null, checkpoint: null, checklist: null },
  }
}

const lite = (one) => ({ id: one.id, acronym: one.acronym })

export function node(index) {
  const names = ['Requerimento', 'Ofício', 'Despacho', 'Parecer', 'Comprovante']
  const states = ['signed', 'filed', 'draft', 'signed', 'filed']
  const uploaded = index % 5 === 0 || index % 5 === 4
  return {
    id: `d${index}`, number: String(1_000_100 + index), order: index + 1, kind: uploaded ? 'uploaded' : 'authored',
    type: { code: 'x', name: names[index % 5] }, type_number: null,
    title: index % 5 === 1 ? `Ofício nº ${index + 3}/2026` : names[index % 5] + (index % 13 === 3 ? ' de encaminhamento à Procuradoria' : ''),
    state: index === 7 ? 'cancelled' : uploaded ? 'filed' : states[index % 5] === 'filed' ? 'signed' : states[index % 5],
    pen: uploaded || index % 5 === 2 ? 'none' : index % 2 ? 'unseen' : 'seen', access_level: index === 4 ? 'restricted' : 'public',
    unit: lite(units[index % 3]), author: users[index % 3], created_at: ago((400 - index) * 60 * MINUTE), signature_count: index % 2,
    media_type: uploaded ? 'application/pdf' : null, size: uploaded ? 245_760 : null, content_visible: index !== 2,
  }
}

const SENTENCES = [
  'Processo remetido pela unidade SEMAD/PROT', 'Processo recebido na unidade', 'Assinado Documento 1000101 (Ofício nº 4/2026) por ana.lima',
  'Gerado documento público 1000101 (Ofício nº 4/2026)', 'Processo público gerado',
]
export const entry = (index) => ({
  n: 400 - index, at: ago(index * 130 * MINUTE), user: users[index % 3], unit: lite(units[index % 3]), kind: 'x',
  sentence: SENTENCES[index % 5], document: null,
})

function metadata(index) {
  const uploaded = node(index).kind === 'uploaded'
  return {
    description: 'Encaminha os autos', name_in_tree: '', interested_parties: [contacts[0]], addressees: uploaded ? [] : [contacts[1]],
    subjects: [catalogues.subjects[0]], remark: '', legal_basis: null, date: uploaded ? '2026-03-02' : null, number: uploaded ? '231/2026' : '',
    format: uploaded ? 'digitized' : null, conformity_check: uploaded ? catalogues['conformity-checks'][0] : null, sender: uploaded ? contacts[2] : null,
    file_name: uploaded ? 'requerimento.pdf' : null, pages: uploaded ? 2 : null, cancellation: null,
  }
}

export function detail(index) {
  if (index === 2) {
    const reason = 'Minuta: o conteúdo só pode ser lido na unidade que a elaborou, até que seja assinada.'
    return { ...readable(index), html: null, signatures: [], crc: null, actions: { 'document.read': { allowed: false, reason } } }
  }
  return readable(index)
}

function readable(index) {
  return {
    ...node(index), metadata: metadata(index), content: null, version: 3, revision: 'r1', edited_by: users[0], edited_at: ago(DAY), digest: 'ab'.repeat(32),
    html: '<h2>Ofício nº 4/2026</h2><p>À Procuradoria-Geral do Município,</p><p>Encaminho os autos para análise e parecer.</p>',
    signatures: [{ signer: users[0], role_title: 'Chefe da Divisão', unit: lite(units[0]), at: ago(DAY), method: 'password', level: 'simple' }],
    verifier: String(1_000_100 + index), crc: '8CC0D39D',
    actions: Object.fromEntries(['document.edit', 'document.sign', 'document.edit_metadata', 'document.delete', 'document.cancel'].map((act) => [act, { allowed: true, reason: null }])),
  }
}

const ACTS = ['edit', 'delete', 'remark', 'record_progress', 'receive', 'send', 'conclude', 'reopen', 'assign', 'export'].map((act) => `process.${act}`)

export function processPage(id, state) {
  const index = Number(id.slice(1)) || 0
  const one = row(index)
  const total = index === 0 ? 0 : index === 1 ? 5000 : 12
  const unread = one.unread && !state.received.has(id)
  return {
    process: {
      id, nup: one.nup, type: one.type, specification: one.specification, subjects: [catalogues.subjects[0]],
      interested_parties: [contacts[0]], access_level: one.access_level, effective_access_level: one.access_level, legal_basis: null,
      priority: one.priority, state: one.state, started_at: ago(9 * DAY), generating_unit: lite(units[1]), started_by: users[1],
      remarks: [{ unit: lite(units[1]), text: 'Conferir o recolhimento da taxa antes de responder.', by: users[1], at: ago(3 * DAY) }], version: 4,
    },
    units: units.slice(0, 2).map((where, place) => ({ unit: where, open: !(place === 0 && state.concluded.has(id)), received: !unread, since: ago(2 * DAY), assignee: place ? null : one.assignee })),
    presence: { open: !state.concluded.has(id), unread, assignee: one.assignee, signals: state.received.has(id) ? [] : one.signals },
    routings: [{ id: 'r1', from: lite(units[0]), to: lite(units[1]), sent_at: ago(2 * DAY), received_at: null, return_due: civil(5), status: 'waiting_receipt', overdue: false, sentence: `Aguardando recebimento por SEMAD, vence em ${civil(5).split('-').toReversed().join('/')}` }],
    documents: { total, items: Array.from({ length: Math.min(total, 50) }, (_, place) => node(place)), next_cursor: total > 50 ? '50' : null },
    history: { items: Array.from({ length: 20 }, (_, place) => entry(place)), next_cursor: '20' },
    actions: Object.fromEntries([...ACTS, 'document.create', 'document.upload'].map((act) => [act, act === 'process.delete' && total > 0 ? { allowed: false, reason: 'O processo tem documentos.' } : { allowed: true, reason: null }])),
  }
}

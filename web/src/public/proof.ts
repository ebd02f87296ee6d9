import { publicMessages as text } from '../messages/public'
import { element } from './dom'
import { checkSeal, type Proof } from './seal'

/** What anybody may check of one signature by themselves: its place in the chain, its record, its seal. */
export function proofView(proof: Proof): HTMLElement {
  const verdict = element('p', { role: 'status' }, text.comparing)
  void checkSeal(proof).then((good) => {
    verdict.textContent = good === null ? text.sealUnknown : good ? text.sealGood : text.sealBad
    if (good === false) verdict.className = 'message bad'
  })
  const rows: [string, string][] = [
    [text.proofEntry, text.proofEntryValue(proof.entry, proof.entry_hash)],
    [text.proofRecord, proof.record],
    [text.proofKey, proof.kid],
  ]
  return element(
    'div',
    { class: 'proof' },
    verdict,
    element(
      'details',
      {},
      element('summary', {}, text.proof),
      element(
        'dl',
        {},
        ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', { class: 'digest' }, value)]),
      ),
    ),
  )
}

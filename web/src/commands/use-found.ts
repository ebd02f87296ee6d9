import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { foundByWordsQuery } from '../api/directory'
import { commandMessages as text } from '../messages/commands'
import { numberIn, plainWords } from './matching'

const PAUSE_MS = 200
const SHORTEST = 3

/** Processes by the words of their specification, type or interested parties, once the person stops to look. */
export function useFoundByWords(written: string) {
  const navigate = useNavigate()
  const wanted = useSettled(written.trim())
  const searchable = numberIn(wanted) === null && plainWords(wanted).some((word) => word.length >= SHORTEST)
  const { data, isFetching } = useQuery(foundByWordsQuery(wanted, searchable))
  const shown = searchable && data && wanted === written.trim() ? data : { items: [], more: false }
  const commands = shown.items.map(({ process, nup, type, specification, interested }) => ({
    id: `found-${process}`,
    label: `${nup} ${type}`,
    note: [specification, ...interested].filter(Boolean).join(' · '),
    run: () => navigate({ to: '/processo/$processId', params: { processId: process } }),
  }))
  return { sections: [{ name: text.found, commands }], searching: isFetching || wanted !== written.trim(), more: shown.more }
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

import { useQuery } from '@tanstack/react-query'
import { CHAPTERS, readChapter, searchChapters } from './manual'

/** What a chapter says; files of the site, that never change while it is open. */
export const useChapter = (chapter: string) =>
  useQuery({ queryKey: ['manual', chapter], queryFn: () => readChapter(chapter), staleTime: Infinity })

const wholeManual = {
  queryKey: ['manual-whole'],
  queryFn: () => Promise.all(CHAPTERS.map(async (chapter) => ({ chapter, blocks: await readChapter(chapter) }))),
  staleTime: Infinity,
}

/** The whole manual is loaded by the first search only. */
export function useManualSearch(asked: string) {
  const manual = useQuery({ ...wholeManual, enabled: asked !== '' })
  return { ...manual, hits: asked && manual.data ? searchChapters(manual.data, asked) : null }
}

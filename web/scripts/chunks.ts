import type { Rolldown } from 'vite'

type Graph = Rolldown.ChunkingContext
/** Where an entry begins stays its own file: the page names it. */
const BEGINNING = /[\\/]src[\\/]main\.tsx$/
const LIBRARY = /[\\/]node_modules[\\/]/

/** Every module that comes with the page before any dynamic import. */
function reached(page: string, graph: Graph): Set<string> {
  const found = new Set([page])
  for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

/**
 * What every clerk loads first, in two files instead of ninety: the libraries, which a release seldom changes, and our
 * own code. Fewer requests, and what is compressed together weighs less. What a citizen's page loads too stays apart.
 */
export function firstLoad(clerks: string, citizens: string[]): Rolldown.CodeSplittingGroup[] {
  let ofClerks: Set<string> | undefined
  let ofCitizens: Set<string> | undefined
  const sortOf = (id: string, graph: Graph) => {
    ofClerks ??= reached(clerks, graph)
    ofCitizens ??= new Set(citizens.flatMap((page) => [...reached(page, graph)]))
    if (!ofClerks.has(id) || id === clerks || BEGINNING.test(id)) return null
    if (ofCitizens.has(id)) return 'common'
    return LIBRARY.test(id) ? 'libraries' : 'first'
  }
  // A group takes what its modules import along: the innermost comes first.
  return ['common', 'libraries', 'first'].map((sort, place, sorts) => ({
    name: (id, graph) => (sortOf(id, graph) === sort ? sort : null),
    tags: ['$initial'],
    priority: sorts.length - place,
  }))
}

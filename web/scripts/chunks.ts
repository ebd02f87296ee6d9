import type { Rolldown } from 'vite'

type Graph = Rolldown.ChunkingContext
/** Where an entry begins stays its own file: the page names it. */
const BEGINNING = /[\\/]src[\\/]main\.tsx$/
const LIBRARY = /[\\/]node_modules[\\/]/
/** The screen where most of the day goes by. */
const PROCESS = /[\\/]src[\\/]process[\\/]ProcessPage\.tsx$/
/** Its sentences and calls: small, many, and of no weight beside one request less. */
const SMALL = /[\\/]src[\\/](messages|api|process|tabs|sought|commands)[\\/][^\\/]+\.ts$/
/** Of these, what most windows and other screens use too goes apart, or each of them would load all the others. */
const WIDE = /[\\/](authoring|blocks|documents|flows|jobs|life|process|ties)\.ts$/
/** Which of those come together: few windows want one without another. */
const ACTS = /[\\/](blocks|flows|jobs|life|ties)\.ts$/

/** Every module that comes with the page before any dynamic import. */
function reached(page: string, graph: Graph): Set<string> {
  const found = new Set([page])
  for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

/** The module that a screen begins with, wherever below the page it is asked for. */
function screen(wanted: RegExp, page: string, graph: Graph): string | undefined {
  const known = new Set([page])
  for (const id of known) {
    const found = graph.getModuleInfo(id)
    for (const next of [...(found?.importedIds ?? []), ...(found?.dynamicallyImportedIds ?? [])]) known.add(next)
  }
  return [...known].find((id) => wanted.test(id))
}

/** A namer of the file of each module; null: better left to itself. */
function namer(clerks: string, citizens: string[], graph: Graph): (id: string) => string | null {
  const ofClerks = reached(clerks, graph)
  const ofCitizens = new Set(citizens.flatMap((page) => [...reached(page, graph)]))
  const process = screen(PROCESS, clerks, graph)
  const ofProcess = process ? reached(process, graph) : new Set<string>()
  return (id) => {
    if (id === clerks || BEGINNING.test(id)) return null
    if (ofClerks.has(id)) return ofCitizens.has(id) ? 'common' : LIBRARY.test(id) ? 'libraries' : 'first'
    if (!ofProcess.has(id) || !SMALL.test(id)) return null
    if (ACTS.test(id)) return 'acts'
    return WIDE.test(id) ? null : 'process-words'
  }
}

/**
 * What every clerk loads first in two files instead of ninety: the libraries, which a release seldom changes, and our
 * own code; what the process page shares with its windows in two more instead of twenty. Fewer requests, and what is
 * compressed together weighs less. What a citizen's page loads too stays apart.
 */
export function fewFiles(clerks: string, citizens: string[]): Rolldown.CodeSplittingGroup[] {
  let nameOf: ((id: string) => string | null) | undefined
  // A group takes along what its modules import: the innermost comes first.
  return ['common', 'libraries', 'first', 'acts', 'process-words'].map((name, place, names) => ({
    name: (id, graph) => {
      nameOf ??= namer(clerks, citizens, graph)
      return nameOf(id) === name ? name : null
    },
    priority: names.length - place,
  }))
}

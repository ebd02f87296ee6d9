import type { Rolldown } from 'vite'

type Graph = Rolldown.ChunkingContext
/** Where an entry begins stays its own file: the page names it. */
const BEGINNING = /[\\/]src[\\/]main\.tsx$/
const LIBRARY = /[\\/]node_modules[\\/]/
/** The screen where most of the day goes by. */
const PROCESS = /[\\/]src[\\/]process[\\/]ProcessPage\.tsx$/
/** The screen where documents are written; what every screen with an editor has; the windows opened from a text. */
const WRITING = /[\\/]src[\\/]process[\\/]WritePage\.tsx$/
const EDITOR = /[\\/]src[\\/]editor[\\/]useDocumentEditor\.ts$/
const OF_EDITOR = /[\\/]src[\\/]editor[\\/]/
/** Up to so many places load a little more than they need, so that writing asks for fewer files. */
const FEW = 4
/** The group of the modules that have a file each. */
const ALONE = 'alone'
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

/** The modules that screens and windows begin with, wherever below the page they are asked for. */
function beginnings(page: string, graph: Graph): string[] {
  const known = new Set([page])
  const asked = new Set<string>()
  for (const id of known) {
    const found = graph.getModuleInfo(id)
    for (const next of found?.dynamicallyImportedIds ?? []) asked.add(next)
    for (const next of [...(found?.importedIds ?? []), ...(found?.dynamicallyImportedIds ?? [])]) known.add(next)
  }
  return [...asked]
}

/** How many screens and windows load a module where there is no editor. `begun`: what each loads, by its beginning. */
function usesWithoutEditor(begun: Map<string, Set<string>>, id: string): number {
  return [...begun].filter(
    ([beginning, parts]) => parts.has(id) && !OF_EDITOR.test(beginning) && ![...parts].some((one) => EDITOR.test(one)),
  ).length
}

/** The name of the file of a module that stays alone: its own, and that of its folder. */
const alone = (id: string) => id.split(/[\\/]/).slice(-2).join('-').replace(/\.\w+$/, '')

/** A namer of the file of each module; null: better left to itself. */
function namer(clerks: string, citizens: string[], graph: Graph): (id: string) => string | null {
  const ofClerks = reached(clerks, graph)
  const ofCitizens = new Set(citizens.flatMap((page) => [...reached(page, graph)]))
  const begun = new Map(beginnings(clerks, graph).map((id) => [id, reached(id, graph)]))
  const screen = (wanted: RegExp) => [...begun].find(([id]) => wanted.test(id))?.[1] ?? new Set<string>()
  const ofProcess = screen(PROCESS)
  const ofWriting = screen(WRITING)
  return (id) => {
    if (id === clerks || BEGINNING.test(id)) return null
    if (ofClerks.has(id)) return ofCitizens.has(id) ? 'common' : LIBRARY.test(id) ? 'libraries' : 'first'
    if (ofWriting.has(id)) {
      if (ofCitizens.has(id)) return 'citizens'
      const uses = usesWithoutEditor(begun, id)
      return uses === 0 ? 'writing' : uses > FEW || ofProcess.has(id) ? alone(id) : 'writing-and-reading'
    }
    if (!ofProcess.has(id) || !SMALL.test(id)) return null
    if (ACTS.test(id)) return 'acts'
    return WIDE.test(id) ? null : 'process-words'
  }
}

/**
 * What every clerk loads first in two files instead of ninety: the libraries, which a release seldom changes, and our
 * own code; what the process page shares with its windows in two more instead of twenty; the editor in one, and what it
 * shares with few others in another, instead of thirty. Fewer requests, and what is compressed together weighs less.
 * What a citizen's page loads too stays apart.
 */
export function fewFiles(clerks: string, citizens: string[]): Rolldown.CodeSplittingGroup[] {
  let nameOf: ((id: string) => string | null) | undefined
  const known = ['common', 'libraries', 'first', 'citizens', ALONE, 'writing-and-reading', 'acts', 'process-words', 'writing']
  // A group takes along what its modules import: the innermost comes first.
  return known.map((group, place) => ({
    name: (id, graph) => {
      nameOf ??= namer(clerks, citizens, graph)
      const name = nameOf(id)
      return name === group || (group === ALONE && name !== null && !known.includes(name)) ? name : null
    },
    priority: known.length - place,
  }))
}

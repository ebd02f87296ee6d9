import { folded } from '../filetext/search'
import { soughtWords } from './sought'

const LETTER = /[\p{L}\p{N}]/u

/** Marks in the page every word that begins as one looked for, and brings the first into sight. -> how many. */
export function highlight(body: HTMLElement, words: string): number {
  clear(body)
  const wanted = soughtWords(words)
  if (wanted.length === 0) return 0
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
  const marked = texts.reduce((sum, text) => sum + mark(text, wanted), 0)
  body.querySelector('mark[data-sought]')?.scrollIntoView({ block: 'center' })
  return marked
}

/** The end of the text is marked first, so that what comes before keeps its place. */
function mark(text: Text, wanted: string[]): number {
  const found = places(text.data, wanted)
  for (const [start, end] of found.toReversed()) {
    const range = text.splitText(start)
    range.splitText(end - start)
    const around = text.ownerDocument.createElement('mark')
    around.dataset['sought'] = ''
    range.replaceWith(around)
    around.append(range)
  }
  return found.length
}

/** Where whole words begin as one looked for, each as long as what was looked for. */
export function places(text: string, wanted: string[]): [start: number, end: number][] {
  const looked = folded(text)
  const found: [number, number][] = []
  for (let at = 0; at < looked.length; at += 1) {
    if (at > 0 && LETTER.test(looked.charAt(at - 1))) continue
    const word = wanted.find((one) => looked.startsWith(one, at))
    if (!word) continue
    found.push([at, at + word.length])
    at += word.length - 1
  }
  return found
}

function clear(body: HTMLElement): void {
  for (const old of body.querySelectorAll('mark[data-sought]')) {
    const parent = old.parentNode
    old.replaceWith(...old.childNodes)
    parent?.normalize()
  }
}

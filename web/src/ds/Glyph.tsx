const PATHS = {
  down: 'M3 5h10l-5 7z',
  right: 'M5 3v10l7-5z',
  left: 'M11 3v10l-7-5z',
  arrowUp: 'M8 2l5 5.5h-3.7V14H6.7V7.5H3z',
  arrowDown: 'M8 14l5-5.5h-3.7V2H6.7v6.5H3z',
  arrowLeft: 'M2 8l5.5-5v3.7H14v2.6H7.5V13z',
  arrowRight: 'M14 8L8.5 3v3.7H2v2.6h6.5V13z',
  undo: 'M6.5 2L1.5 6.5l5 4.5V8H10a2.5 2.5 0 010 5H5v2h5a4.5 4.5 0 000-9H6.5z',
  redo: 'M9.5 2l5 4.5-5 4.5V8H6a2.5 2.5 0 000 5h5v2H6a4.5 4.5 0 010-9h3.5z',
}

/** A sign that goes with a word or a name, drawn here because not every computer's fonts have it. */
export function Glyph({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}

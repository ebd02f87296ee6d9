import type { Colour } from '../api/desk-types'
import { hex } from './colours'
import './labels.css'

interface LabelTagProps {
  label: { name: string; colour: Colour }
  text?: string | undefined
  title?: string | undefined
}

/** A label as it stands on a process: its colour, its name, and what was written beside it. */
export function LabelTag({ label, text, title }: LabelTagProps) {
  return (
    <span className="tag label-tag" title={title}>
      <Swatch colour={label.colour} />
      <span className="label-name">{text ? `${label.name}: ${text}` : label.name}</span>
    </span>
  )
}

export function Swatch({ colour }: { colour: Colour }) {
  return <span className="swatch" style={{ background: hex[colour] }} aria-hidden="true" />
}

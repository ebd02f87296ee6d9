import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { RadioGroup } from '../../ds/Choice'
import { FormDialog } from '../../ds/Dialog'
import { TextField } from '../../ds/Field'
import { plain } from '../../ds/plain'
import { insideMessages as text } from '../../messages/inside'
import { type Place, placesOf } from '../schema/places'

const LONGEST_SHOWN = 120
const MOST_SHOWN = 40

interface PlaceDialogProps {
  editor: Editor
  onInsert: (place: Place) => void
  onClose: () => void
}

/** Refers to another part of the same document; what is read there follows the numbering (DOC-03). */
export function PlaceDialog({ editor, onInsert, onClose }: PlaceDialogProps) {
  const [places] = useState(() => placesOf(editor.state.doc).filter(({ locked, anchor }) => !locked || anchor !== null))
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = plain(typed)
  const shown = places.filter(({ name, words }) => plain(`${name} ${words}`).includes(wanted)).slice(0, MOST_SHOWN)
  const first = shown.find(({ position }) => String(position) === chosen) ?? shown[0]
  return (
    <FormDialog
      title={text.placeTitle}
      confirm={text.placeConfirm}
      onClose={onClose}
      onSubmit={() => {
        if (first) onInsert(first)
      }}
    >
      <TextField
        label={text.placeFind}
        hint={text.placeFindHint}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setChosen(null)
        }}
        autoComplete="off"
        autoFocus
      />
      {first ? (
        <RadioGroup
          label={text.places}
          value={String(first.position)}
          onChange={setChosen}
          options={shown.map(({ position, name, words }) => ({
            value: String(position),
            label: name,
            hint: name === `“${words}”` ? undefined : words.slice(0, LONGEST_SHOWN),
          }))}
        />
      ) : (
        <p role="status">{places.length > 0 ? text.noneFound : text.noPlaces}</p>
      )}
    </FormDialog>
  )
}

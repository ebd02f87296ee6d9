import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { plain } from '../../ds/plain'
import { insideMessages as text } from '../../messages/inside'
import { ChooseDialog } from '../ChooseDialog'
import { type Place, placesOf } from '../schema/places'

const LONGEST_SHOWN = 120
const MOST_SHOWN = 40
const words = { title: text.placeTitle, confirm: text.placeConfirm, find: text.placeFind, findHint: text.placeFindHint, choose: text.places }

interface PlaceDialogProps {
  editor: Editor
  onInsert: (place: Place) => void
  onClose: () => void
}

/** Refers to another part of the same document; what is read there follows the numbering (DOC-03). */
export function PlaceDialog({ editor, onInsert, onClose }: PlaceDialogProps) {
  const [places] = useState(() => placesOf(editor.state.doc).filter(({ locked, anchor }) => !locked || anchor !== null))
  const matching = (typed: string) =>
    places
      .filter((place) => plain(`${place.name} ${place.words}`).includes(plain(typed)))
      .slice(0, MOST_SHOWN)
      .map((place) => ({
        id: String(place.position),
        label: place.name,
        hint: place.name === `“${place.words}”` ? undefined : place.words.slice(0, LONGEST_SHOWN),
        place,
      }))
  return (
    <ChooseDialog
      words={words}
      matching={matching}
      none={places.length > 0 ? text.noneFound : text.noPlaces}
      onChoose={({ place }) => onInsert(place)}
      onClose={onClose}
    />
  )
}

import type { Extensions } from '@tiptap/core'
import { Node } from '@tiptap/core'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { TypedTriggers, Variable } from './atoms'
import { HardBreak, HorizontalRule, PageBreak, Quotation, StyledHeading, StyledParagraph } from './blocks'
import { Citations, DocumentReference, ProcessReference } from './citations'
import { TableOfContents } from './contents'
import { CrossReference, CrossReferenceNames } from './crossReferences'
import { Footnote } from './footnote'
import { Image, type ImageOptions } from './image'
import { LegalLabels } from './legalLabels'
import { LockedSections } from './lockedSections'
import { TEXT_MARKS } from './marks'
import { PastedCells } from './pastedCells'
import { DocumentNode, Section } from './section'
import { Table, TableCell, TableEditing, TableHeader, TableRow } from './table'
import { TextSearch } from './textSearch'

const Text = Node.create({ name: 'text', group: 'inline' })

export interface EditorCallbacks {
  onRefused: () => void
  onReferenceRequested: () => void
  /** False when the bar is only a character here. */
  onTextRequested?: () => boolean
  /** Likewise of the at sign. */
  onMentionRequested?: () => boolean
  image?: ImageOptions
  /** A note that is there is to be changed. */
  onNote?: () => void
}

/** The closed schema of a document plus the editing behaviour (DOC-03). */
export function documentExtensions(callbacks?: EditorCallbacks): Extensions {
  return [
    DocumentNode,
    Section,
    Text,
    StyledParagraph,
    StyledHeading,
    Quotation,
    callbacks?.image ? Image.configure(callbacks.image) : Image,
    HorizontalRule,
    PageBreak,
    TableOfContents,
    HardBreak,
    BulletList.extend({ addInputRules: () => [] }),
    OrderedList.extend({ addInputRules: () => [] }),
    ListItem,
    ListKeymap,
    Table,
    TableRow,
    TableCell,
    TableHeader,
    TableEditing,
    PastedCells,
    DocumentReference,
    ProcessReference,
    Citations,
    callbacks?.onNote ? Footnote.configure({ onEdit: callbacks.onNote }) : Footnote,
    CrossReference,
    CrossReferenceNames,
    Variable,
    ...TEXT_MARKS,
    UndoRedo,
    Gapcursor,
    Dropcursor,
    TextSearch,
    LegalLabels,
    LockedSections.configure({ onRefused: callbacks?.onRefused ?? (() => undefined) }),
    TypedTriggers.configure({
      triggers: {
        '#': () => {
          callbacks?.onReferenceRequested()
          return true
        },
        '/': () => callbacks?.onTextRequested?.() ?? false,
        '@': () => callbacks?.onMentionRequested?.() ?? false,
      },
    }),
  ]
}

import { mergeAttributes, Node } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { imageMessages as text } from '../../messages/images'
import type { Album } from '../images/album'

export interface Picture {
  upload: string
  alt: string
  width: number
}

export interface ImageOptions {
  /** Absent where a text belongs to no process and takes no pictures. */
  album: Album | null
  onEdit: () => void
  onFile: (file: File) => void
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    image: { insertPicture: (picture: Picture) => ReturnType; changePicture: (picture: Picture) => ReturnType }
  }
}

const IMAGE = /^image\/(png|jpeg)$/

/** The file, when what is pasted or dropped is a picture and nothing else. */
function pictureOf(data: DataTransfer | null): File | null {
  if (!data || data.types.includes('text/html')) return null
  return Array.from(data.files).find(({ type }) => IMAGE.test(type)) ?? null
}

/** The picture that is selected, if one is. */
export function selectedPicture(selection: unknown): Picture | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return null
  const { upload, alt, width } = selection.node.attrs as Picture
  return { upload, alt, width }
}

/** A picture is a file of the process and its description; what the file is, the server says (DOC-03). */
export const Image = Node.create<ImageOptions>({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,

  addOptions() {
    return { album: null, onEdit: () => undefined, onFile: () => undefined }
  },

  addAttributes() {
    return {
      upload: { default: '' },
      alt: { default: '' },
      width: { default: 100 },
      sha256: { default: null },
      media_type: { default: null },
      size: { default: null },
    }
  },

  parseHTML() {
    return [
      {
        tag: 'figure[data-upload]',
        // A picture of another process is not of this one: it would be refused with the whole text.
        getAttrs: (element) =>
          element.getAttribute('data-process') === this.options.album?.process && {
            upload: element.getAttribute('data-upload'),
            alt: element.getAttribute('data-alt') ?? '',
            width: Number(element.getAttribute('data-width')) || 100,
          },
      },
    ]
  },

  renderHTML({ node }) {
    const { upload, alt, width } = node.attrs as Picture
    return [
      'figure',
      mergeAttributes({
        'data-upload': upload,
        'data-alt': alt,
        'data-width': String(width),
        'data-process': this.options.album?.process ?? '',
      }),
    ]
  },

  renderText({ node }) {
    return text.label(String(node.attrs['alt']))
  },

  addNodeView() {
    const { album, onEdit } = this.options
    return ({ node, editor, getPos }) => {
      const edit = () => {
        const position = getPos()
        if (position === undefined || !editor.isEditable) return
        editor.commands.setNodeSelection(position)
        onEdit()
      }
      return pictureView(node, album, edit)
    }
  },

  addCommands() {
    return {
      insertPicture:
        (picture) =>
        ({ chain }) =>
          chain().insertContent({ type: this.name, attrs: { ...picture } }).run(),
      changePicture:
        ({ alt, width }) =>
        ({ commands }) =>
          commands.updateAttributes(this.name, { alt, width }),
    }
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        if (!selectedPicture(this.editor.state.selection)) return false
        this.options.onEdit()
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { album, onFile } = this.options
    if (!album) return []
    const take = (data: DataTransfer | null) => {
      const file = this.editor.isEditable ? pictureOf(data) : null
      if (file) onFile(file)
      return file !== null
    }
    return [
      new Plugin({
        props: {
          handlePaste: (_view, event) => take(event.clipboardData),
          handleDrop: (_view, event) => take(event.dataTransfer),
        },
      }),
    ]
  },
})

function pictureView(first: ProseMirrorNode, album: Album | null, edit: () => void) {
  const dom = document.createElement('figure')
  const picture = document.createElement('img')
  const note = document.createElement('figcaption')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'picture-edit'
  button.textContent = text.edit
  button.addEventListener('click', edit)
  dom.className = 'picture'
  dom.contentEditable = 'false'
  dom.append(picture, note)
  dom.addEventListener('dblclick', edit)
  let shown = ''
  const show = async (upload: string) => {
    shown = upload
    const address = await album?.address(upload)
    if (shown !== upload) return
    if (address) picture.src = address
    else dom.classList.add('picture-gone')
  }
  const draw = (node: ProseMirrorNode) => {
    const { upload, alt, width } = node.attrs as Picture
    picture.alt = text.label(alt)
    picture.style.width = `${width}%`
    note.replaceChildren(alt ? '' : `${text.noDescription}. `, button)
    note.className = alt ? 'picture-note' : 'picture-note picture-undescribed'
    if (upload !== shown) void show(upload)
  }
  draw(first)
  return {
    dom,
    update(node: ProseMirrorNode) {
      if (node.type.name !== 'image') return false
      draw(node)
      return true
    },
    stopEvent: (event: Event) => event.target === button,
    ignoreMutation: () => true,
  }
}

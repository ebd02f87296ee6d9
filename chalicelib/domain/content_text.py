"""A document as plain text (DOC-03, search, history)."""

from chalicelib.domain.content_notes import footnotes
from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes

#: What a reference reads as when what it led to is gone.
NO_PLACE = "[trecho que não existe mais]"
_BLOCK_END = {"paragraph", "heading", "horizontalRule", "pageBreak"}


def inline_text(node: Node) -> str:
    """What one inline node reads as; an unresolved variable reads as ``@name@``."""
    kind = node["type"]
    if kind == "text":
        return str(node["text"])
    if kind == "variable":
        value = node["attrs"]["value"]
        return f"@{node['attrs']['name']}@" if value is None else str(value)
    if kind in ("documentReference", "processReference"):
        return str(node["attrs"]["number"])
    if kind == "crossReference":
        return str(node["attrs"]["value"] or NO_PLACE)
    # A note stands in its line as a number only; what it says is a line of its own.
    return "" if kind == "footnote" else "\n"


def note_text(note: Node) -> str:
    """What a footnote says."""
    return "".join(inline_text(child) for child in note["content"])


def picture_words(image: Node) -> str:
    """What stands for a picture where there are only words."""
    return f"[Imagem: {image['attrs']['alt'].strip() or 'sem descrição'}]"


def plain_text(content: Content) -> str:
    """The text a person reads, one line per paragraph, without empty lines at either end."""
    lines: list[str] = []
    numbers = {id(note): number for number, note in enumerate(footnotes(content), start=1)}
    for node in nodes(content.tree):
        if node["type"] == "formAnswer":
            lines.append(f"{node['attrs']['label']}: {' '.join(node['attrs']['shown'])}".rstrip())
        elif node["type"] == "image":
            lines.append(picture_words(node))
        elif node["type"] == "footnote":
            lines.append(f"Nota {numbers[id(node)]}: {note_text(node)}".rstrip())
        elif node["type"] in _BLOCK_END:
            lines.append("".join(inline_text(child) for child in node.get("content", ())).rstrip())
    return "\n".join(lines).strip("\n")

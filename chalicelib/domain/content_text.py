"""A document as plain text (DOC-03, search, history)."""

from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes

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
    return "\n"


def picture_words(image: Node) -> str:
    """What stands for a picture where there are only words."""
    return f"[Imagem: {image['attrs']['alt'].strip() or 'sem descrição'}]"


def plain_text(content: Content) -> str:
    """The text a person reads, one line per paragraph, without empty lines at either end."""
    lines: list[str] = []
    for node in nodes(content.tree):
        if node["type"] == "formAnswer":
            lines.append(f"{node['attrs']['label']}: {' '.join(node['attrs']['shown'])}".rstrip())
        elif node["type"] == "image":
            lines.append(picture_words(node))
        elif node["type"] in _BLOCK_END:
            lines.append("".join(inline_text(child) for child in node.get("content", ())).rstrip())
    return "\n".join(lines).strip("\n")

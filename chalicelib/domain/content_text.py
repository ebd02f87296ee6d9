"""A document as plain text, and the documents that it cites (DOC-03, search, history)."""


from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.value import dataclass

_BLOCK_END = {"paragraph", "heading", "horizontalRule", "pageBreak"}


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A cited document: its number as printed, and its ids when it lives in this installation."""

    number: str
    document: str | None
    process: str | None


def inline_text(node: Node) -> str:
    """What one inline node reads as; an unresolved variable reads as ``@name@``."""
    kind = node["type"]
    if kind == "text":
        return str(node["text"])
    if kind == "variable":
        value = node["attrs"]["value"]
        return f"@{node['attrs']['name']}@" if value is None else str(value)
    if kind == "documentReference":
        return str(node["attrs"]["number"])
    return "\n"


def plain_text(content: Content) -> str:
    """The text a person reads, one line per paragraph, without empty lines at either end."""
    lines: list[str] = []
    for node in nodes(content.tree):
        if node["type"] == "formAnswer":
            lines.append(f"{node['attrs']['label']}: {' '.join(node['attrs']['shown'])}".rstrip())
        elif node["type"] in _BLOCK_END:
            lines.append("".join(inline_text(child) for child in node.get("content", ())).rstrip())
    return "\n".join(lines).strip("\n")


def references(content: Content) -> list[DocumentReference]:
    """The cited documents in reading order, each one once."""
    found = {
        DocumentReference(**node["attrs"]): None
        for node in nodes(content.tree)
        if node["type"] == "documentReference"
    }
    return list(found)

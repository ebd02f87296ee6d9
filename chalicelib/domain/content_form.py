"""A form's answers inside a document (DOC-07): they are content, so versions, digest and paper follow them."""

import copy
from collections.abc import Mapping

from chalicelib.domain.content_parsing import Content, Node, parse
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.form import Answer, FieldKind, Form, missing, shown

_PLAIN = {"style": "left"}
_SINGLE = {"colspan": 1, "rowspan": 1}


def with_answers(content: Content, form: Form, answers: Mapping[str, Answer]) -> Content:
    """The document with the form in its body, which nobody writes in: it changes by its answers only."""
    tree = copy.deepcopy(content.tree)
    lines: list[Node] = []
    for field in form.fields:
        if field.kind is FieldKind.NOTE:
            text = {"type": "text", "text": field.label}
            lines.append({"type": "paragraph", "attrs": _PLAIN, "content": [text]})
            continue
        answer = answers.get(field.id, ())
        attributes = {
            "field": field.id,
            "label": field.label,
            "answer": list(answer),
            "shown": list(shown(field, answer)),
        }
        lines.append({"type": "formAnswer", "attrs": attributes})
    complete = not missing(form, answers)
    filled: Node = {"type": "formAnswers", "attrs": {"complete": complete}, "content": lines}
    for section in tree["content"]:
        if section["attrs"]["role"] == "body":
            section["attrs"] = {"role": "body", "locked": True, "dynamic": False}
            section["content"] = [filled]
    return parse(tree)


def answers_of(content: Content) -> dict[str, Answer] | None:
    """What was answered, by field; None when the document is not a form."""
    found = [node for node in nodes(content.tree) if node["type"] == "formAnswers"]
    if not found:
        return None
    return {
        node["attrs"]["field"]: tuple(node["attrs"]["answer"])
        for node in nodes(found[0])
        if node["type"] == "formAnswer"
    }


def is_complete(content: Content) -> bool:
    """Whether every mandatory field of a form has its answer; any other document is complete."""
    return all(node["attrs"]["complete"] for node in nodes(content.tree) if node["type"] == "formAnswers")


def as_table(filled: Node) -> Node:
    """The answers as the table that HTML and PDF draw: one row per field, its label heading it."""
    return {"type": "table", "content": [_row(node) for node in filled["content"]]}


def _row(node: Node) -> Node:
    if node["type"] == "paragraph":
        cells = [{"type": "tableCell", "attrs": {"colspan": 2, "rowspan": 1}, "content": [node]}]
    else:
        attributes = node["attrs"]
        lines = [_line(line) for line in attributes["shown"]] or [_line("")]
        cells = [
            {"type": "tableHeader", "attrs": _SINGLE, "content": [_line(attributes["label"])]},
            {"type": "tableCell", "attrs": _SINGLE, "content": lines},
        ]
    return {"type": "tableRow", "content": cells}


def _line(text: str) -> Node:
    content = [{"type": "text", "text": text}] if text else []
    return {"type": "paragraph", "attrs": _PLAIN, "content": content}

"""The model of a type that has none: letterhead, body, place for signatures (DOC-04)."""

from typing import Any


def _section(role: str, content: list[dict[str, Any]], locked: bool = False) -> dict[str, Any]:
    attributes = {"role": role, "locked": locked, "dynamic": False}
    return {"type": "section", "attrs": attributes, "content": content}


def _line(style: str, *inline: dict[str, Any]) -> dict[str, Any]:
    paragraph: dict[str, Any] = {"type": "paragraph", "attrs": {"style": style}}
    return {**paragraph, "content": list(inline)} if inline else paragraph


def _variable(name: str) -> dict[str, Any]:
    return {"type": "variable", "attrs": {"name": name, "value": None}}


BLANK: dict[str, Any] = {
    "schema": 1,
    "type": "doc",
    "content": [
        _section(
            "header",
            [_line("center", _variable("orgao_nome")), _line("center", _variable("unidade_nome"))],
            True,
        ),
        _section("title", [_line("title", _variable("documento_tipo"))], True),
        _section("body", [_line("body")]),
        _section("signature", [_line("center", _variable("unidade_nome"))], True),
        _section("footer", [_line("center", _variable("unidade_endereco"))], True),
    ],
}

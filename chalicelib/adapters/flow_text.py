"""The text of a flow -> plain data. YAML as the catalogues use it: every value is a text, no word is written twice, and
nothing of what nobody writes by hand (anchors, tags).
"""

from typing import Any

from chalicelib.domain.errors import FieldError, InvalidRequest

LONGEST = 30_000
DEEPEST = 20


def read_text(text: str) -> Any:
    """Mappings, lists and texts. Raises InvalidRequest on ``text``, saying at which line."""
    # Only who publishes a flow needs it.
    import yaml

    if len(text) > LONGEST:
        raise _refusal("text_too_long", f"O texto passa de {LONGEST // 1000} mil caracteres.")
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):
                raise _refusal(
                    "text_unreadable", "Não use âncoras (“&” e “*”): escreva de novo o que se repete."
                )
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise _refusal(
                    "text_unreadable", f"Há listas demais umas dentro das outras{_line(event.start_mark)}."
                )
        return _plain(yaml.compose(text, Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = f"O texto não segue a forma “palavra: valor”, com o recuo por espaços{_line(mark)}."
        raise _refusal("text_unreadable", message) from error


def _plain(node: Any) -> Any:
    kind = getattr(node, "id", None)
    if kind == "sequence":
        return [_plain(one) for one in node.value]
    if kind != "mapping":
        return node.value if node is not None else None
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key.value, str) or key.value in found:
            raise _refusal(
                "text_unreadable", f"“{key.value}” está escrito duas vezes{_line(key.start_mark)}."
            )
        found[key.value] = _plain(value)
    return found


def _line(mark: Any) -> str:
    return f" (linha {mark.line + 1})" if mark else ""


def _refusal(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("text", code, message), message="O fluxo não pôde ser entendido.")

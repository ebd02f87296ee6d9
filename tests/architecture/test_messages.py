"""What a refusal tells: a stable code of one meaning, and a finished Portuguese sentence (architecture §1.12)."""

import ast
import importlib
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import chalicelib
from chalicelib.domain import errors
from tests.architecture.inventory import modules, name, python_files, tree

SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
ENGLISH = re.compile(
    r"\b(the|is|are|not|was|were|must|please|error|invalid|failed|missing|your|with|cannot|found|file|user|of)\b",
    re.I,
)
FIELD = "FieldError"


@cache
def refusals() -> dict[str, type]:
    """The error tree, by class name."""
    found = dict(inspect.getmembers(errors, inspect.isclass))
    for module in modules(chalicelib):
        for each, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, errors.DomainError):
                found[each] = kind
    return {each: kind for each, kind in found.items() if issubclass(kind, errors.DomainError)}


def calls() -> Iterator[tuple[str, str, str, str]]:
    """(place, class, code, sentence) of each refusal written with literal words."""
    for path in python_files("chalicelib"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call):
                continue
            kind = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if kind != FIELD and kind not in refusals():
                continue
            given = [_text(one) for one in node.args] + [_text(word.value) for word in node.keywords]
            words = [text for text in given if text][
                1 if kind == FIELD and len(given) == 3 and given[0] else 0 :
            ]
            yield f"{name(path)}:{node.lineno}", kind, *_code_and_sentence(words)


def _code_and_sentence(words: list[str]) -> tuple[str, str]:
    code = next((text for text in words if SNAKE.fullmatch(text)), "")
    sentence = next((text for text in words if " " in text), "")
    return code, sentence


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
    return ""


def sentences() -> dict[str, str]:
    """Every sentence of a refusal by place, also those the policy keeps in its table."""
    found = {place: sentence for place, _, _, sentence in calls() if sentence}
    for module in ("policy_conditions", "policy_decision", "upload_reasons", "policy"):
        loaded = importlib.import_module(f"chalicelib.domain.{module}")
        for each, value in vars(loaded).items():
            if each.startswith("__"):
                continue
            for sentence in _sentences_of(value):
                found[f"{module}.{each}: {sentence[:30]}"] = sentence
    return found


def _sentences_of(value: object) -> Iterator[str]:
    for attribute in ("sentence", "reason", "message"):
        text = getattr(value, attribute, None)
        if isinstance(text, str):
            yield text
    if isinstance(value, dict):
        yield from (text for text in value.values() if isinstance(text, str) and " " in text)


def test_there_are_refusals_to_look_at():
    assert len(list(calls())) > 60
    assert len(sentences()) > 80


def test_every_sentence_is_finished_portuguese():
    bad = {
        place: sentence
        for place, sentence in sentences().items()
        if ENGLISH.search(sentence) or not re.match(r"[A-ZÀ-ÚX0-9]", sentence) or sentence[-1] not in ".?X"
    }
    assert bad == {}


def test_every_code_is_a_stable_word():
    spoken = {code for _, _, code, _ in calls() if code}
    assert len(spoken) > 40
    assert {code for code in spoken if not SNAKE.fullmatch(code) or len(code) > 40} == set()


def test_a_code_means_one_kind_of_refusal():
    """Same code, same class, hence same HTTP status: a client can act on it. Fields have codes of their own."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for _, kind, code, _ in calls():
        if code and kind != FIELD:
            kinds[code].add(kind)
    assert {code: found for code, found in kinds.items() if len(found) > 1} == {}

"""Requests nobody should send: by route, from its own models, mostly wrong and sometimes right (W1)."""

import json
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st
from pydantic import BaseModel

from chalicelib.api.routes import Declared

HOSTILE_TEXT = [
    "", " ", "\x00", "a" * 3000, "../../etc/passwd", "%2e%2e%2f", "T#ubatuba#P", "' OR 1=1 --", "${jndi:ldap://x}",
    "<script>alert(1)</script>", "á́́́", "𝕬𝖓𝖆", "\u202e", "\ud83d\ude00", "0", "-1", "1e999", "null", "true", "{}", "=1+1",
    "2026-02-30", "9999-12-31", "0000-00-00", "01.02.01", "*", "~", "constructor", "__proto__", "\r\nSet-Cookie: a=b",
]  # fmt: skip
HOSTILE_VALUES: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, -(10**30), [], {}, [[[[[]]]]], {"$gt": ""}, [None], {"": ""}, *HOSTILE_TEXT
]  # fmt: skip
RAW_BODIES = [
    b"", b"{", b"null", b"[]", b'""', b"NaN", b'{"a":NaN}', b"\xff\xfe", b"{" * 5000, b"[" * 50_000, b'{"a":1e999}',
    b'{"type":"\\ud800"}', b"a" * 2000, b'{"type":' + b'"a' * 10, b" " * 1_100_000, b'{"a":1,"a":2}', b"\x00",
]  # fmt: skip
GOOD: dict[str, list[Any]] = {
    "type": ["requerimento-cidadao", "oficio", "despacho", "anexo"],
    "subjects": [["01.02.01"], ["01.01.01", "01.02.01"]],
    "access_level": ["public", "restricted", "confidential"],
    "legal_basis": [None, "informacao-pessoal"],
    "interested_parties": [[], ["adelaide-fontes-barbosa"]],
    "units": [["gab"], ["semad-rh", "gab"], ["semad-prot"]],
    "unit": ["gab", "semad-rh", "semad-prot"],
    "user": [None, "diego.alves", "ana.lima"],
    "kind": ["authored", "uploaded", "person", "organisation"],
    "login": ["ana.lima", "ninguem"],
    "password": ["errada", "Senha-1234"],
    "media_type": ["application/pdf"],
    "sha256": ["a" * 64],
    "digest": ["b" * 64],
    "date": ["2026-01-05"],
    "reopen_on": [None, "2027-01-04"],
    "reopen_in": [None, {"days": 3, "business": True}],
}
KEYS = ["fuzz-key-0001", "fuzz-key-0002", "", "curta", "x" * 200, "com espaço", "á" * 10, "a#b#c#d#e"]
TOKENS = [
    "Bearer ",
    "Bearer x",
    "Bearer " + "a." * 40,
    "Basic YTpi",
    "Bearer dWJhdHViYS9hbmEubGltYQ.x",
    "Bearer \x00",
]
COOKIES = [
    "__Host-iperoig=",
    "__Host-iperoig=x; a=b",
    "=;=;",
    "__Host-iperoig=dWJhL2E.x",
    'a="\\',
    "__Host-iperoig=%00",
]
TYPES = ["application/json"] * 12 + [
    "application/json; charset=utf-8",
    "text/plain",
    "",
    "application/xml",
    "é",
]


text = st.one_of(st.sampled_from(HOSTILE_TEXT), st.text(max_size=40))
value = st.one_of(st.sampled_from(HOSTILE_VALUES), st.text(max_size=20), st.integers())


def field(name: str) -> st.SearchStrategy[Any]:
    """A value for a field: right more often than not, so that whole bodies sometimes are."""
    good = st.sampled_from(GOOD[name]) if name in GOOD else st.sampled_from(["Texto", 5, True, None, "1"])
    return st.one_of(good, good, good, value)


def body(model: type[BaseModel] | None) -> st.SearchStrategy[bytes]:
    """A body for the model: its own fields, perhaps with others, or no JSON at all."""
    raw = st.sampled_from(RAW_BODIES)
    if model is None:
        return st.one_of(st.just(b""), raw)
    names = [info.alias or name for name, info in model.model_fields.items()]
    wanted = {info.alias or name for name, info in model.model_fields.items() if info.is_required()}
    required = st.fixed_dictionaries(
        {name: field(name) for name in names if name in wanted},
        optional={name: field(name) for name in names if name not in wanted},
    )
    strange = st.dictionaries(st.one_of(st.sampled_from([*names, "x"]), text), value, max_size=5)
    made = st.one_of(required, required, required, strange)
    return st.one_of(made.map(_encoded), made.map(_encoded), made.map(_encoded), made.map(_encoded), raw)


def _encoded(data: Any) -> bytes:
    return json.dumps(data).encode()


def query(model: type[BaseModel] | None) -> st.SearchStrategy[str]:
    """A query string, right or not."""
    names = list(model.model_fields) if model else []
    pairs = st.dictionaries(st.one_of(st.sampled_from([*names, "x", "cursor"]), text), text, max_size=3)
    return pairs.map(lambda data: "&".join(f"{_quoted(k)}={_quoted(v)}" for k, v in data.items()))


def _quoted(part: str) -> str:
    return quote(part.encode("utf-8", "surrogatepass"), safe="")


def headers(people: list[str]) -> st.SearchStrategy[dict[str, str]]:
    """Headers of a request, by one of ``people`` (tokens) more often than by an impostor."""
    good = st.sampled_from([f"Bearer {token}" for token in people])
    return st.fixed_dictionaries(
        {
            "Content-Type": st.sampled_from(TYPES),
            "Authorization": st.one_of(good, good, good, good, st.sampled_from(TOKENS)),
            "Idempotency-Key": st.one_of(st.uuids().map(str), st.uuids().map(str), st.sampled_from(KEYS)),
        },
        optional={
            "Cookie": st.sampled_from(COOKIES),
            "If-Match": st.sampled_from(
                ['"1"', "1", 'W/"2"', '"9999999999"', "²", "-1", "*", '"', "x" * 500]
            ),
            "User-Agent": text,
            "X-Forwarded-For": text,
        },
    )


def path(route: Declared, ids: dict[str, list[str]]) -> st.SearchStrategy[str]:
    """The route's path with known, absent or hostile parts; a part never holds '/' or '?'."""
    parts = {}
    for name in _parameters(route.path):
        known = st.sampled_from([*ids.get(name, []), "a" * 26, "1"])
        strange = text.map(lambda t: _quoted(t) or "x").filter(lambda t: t not in (".", ".."))
        parts[name] = st.one_of(known, known, known, strange)
    return st.fixed_dictionaries(parts).map(lambda chosen: route.path.format(**chosen))


def _parameters(pattern: str) -> list[str]:
    return [piece.partition("}")[0] for piece in pattern.split("{")[1:]]

"""Pesquisa by words of the specification, type or interested parties (demands.md 5; full text comes beside it)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow, process_resource, subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.value import dataclass
from chalicelib.domain.word_index import Findable, plain_words, rarest

#: How many processes with the rarest word are looked at: one page of the index.
LOOKED_AT = 300
#: How many of those that answer are read, to see which the person may see.
READ = 50
SHOWN = 12


@dataclass(frozen=True, slots=True)
class FoundByWords:
    """``more``: not everything was looked at, or shown; another word would tell them apart."""

    items: Sequence[Findable]
    more: bool


def find_by_words(ports: Ports, actor: Actor, words: str) -> FoundByWords:
    """The newest processes with all of the words, or with words that begin so; only those ``process.list`` allows.

    Two calls. Raises InvalidRequest ``words`` when none has three letters.
    """
    allow(actor, Action.FIND_BY_WORDS)
    wanted = plain_words(words)
    first = rarest(wanted)
    if first is None:
        raise InvalidRequest(
            FieldError("words", "too_short", "Escreva ao menos uma palavra com três letras.")
        )
    rows, more = ports.reader.processes_of_word(first, LOOKED_AT)
    answering = [row for row in dict.fromkeys(rows) if row.answers(wanted)]
    answering.sort(key=lambda row: row.started_at, reverse=True)
    candidates = answering[:READ]
    found = ports.reader.get(*(ProcessKey(row.process) for row in candidates)) if candidates else ()
    shown = [
        row
        for row, process in zip(candidates, found, strict=True)
        if process is not None
        and decide(subject(actor), Action.PROCESS_LIST, process_resource(process)).allowed
    ]
    return FoundByWords(shown[:SHOWN], more or len(shown) > SHOWN or len(answering) > len(candidates))

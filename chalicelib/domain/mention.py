"""Finding somebody in a text that people wrote: by the whole name, the number or the e-mail address (LGPD, art. 18)."""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from chalicelib.domain.value import dataclass

from .contact import Contact
from .identity import User
from .organisation import Person

#: What stands where somebody was named.
REMOVED = "[dado eliminado]"
_BETWEEN = r"[.\-/\s]?"


@dataclass(frozen=True, slots=True)
class Traces:
    """By what a person is known in texts. A name of one word is not looked for: it is many people's."""

    name: str
    document: str = ""
    email: str = ""

    def found_in(self, text: str) -> bool:
        """Whether the text names the person."""
        return next(self._spans(text), None) is not None

    def taken_from(self, value: Any) -> Any:
        """The value, whatever it is made of, without the person in any of its texts; who wrote them stays."""
        if isinstance(value, Person):
            return value
        if isinstance(value, str):
            return self._without(value)
        if isinstance(value, tuple | list):
            return type(value)(self.taken_from(each) for each in value)
        if isinstance(value, dict):
            return {key: self.taken_from(each) for key, each in value.items()}
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            texts = {one.name: self.taken_from(getattr(value, one.name)) for one in dataclasses.fields(value)}
            return dataclasses.replace(value, **texts)
        return value

    def _without(self, text: str) -> str:
        for start, end in sorted(self._spans(text), reverse=True):
            text = text[:start] + REMOVED + text[end:]
        return text

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        plain, end = _plain(text), 0
        patterns = [pattern for pattern in (self._name(), self._document(), self._email()) if pattern]
        if not patterns:
            return
        for found in re.finditer("|".join(patterns), plain):
            if found.start() >= end:
                end = found.end()
                yield found.span()

    def _name(self) -> str:
        words = _plain(self.name).split()
        together = r"\s+".join(map(re.escape, words))
        return rf"(?<!\w){together}(?!\w)" if len(words) > 1 else ""

    def _document(self) -> str:
        together = _BETWEEN.join(map(re.escape, self.document.lower()))
        return rf"(?<!\w){together}(?!\w)" if self.document else ""

    def _email(self) -> str:
        return rf"(?<![\w.]){re.escape(_plain(self.email))}(?!\w)" if self.email else ""


def traces_of(contact: Contact) -> Traces:
    """By what the contact is known."""
    return Traces(contact.name, contact.document or "", contact.email or "")


def traces_of_user(user: User) -> tuple[Traces, ...]:
    """By what a user is known, under the civil and under the social name."""
    return tuple(Traces(name, user.taxpayer, user.email) for name in dict.fromkeys((user.name, user.social_name)))


def names(text: str, subject: Contact | User) -> bool:
    """Whether the text says who it is."""
    known = traces_of_user(subject) if isinstance(subject, User) else (traces_of(subject),)
    return any(traces.found_in(text) for traces in known)


def _plain(text: str) -> str:
    """Without accents nor capitals, letter by letter: places are those of the text."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)

"""Outbox and carrier in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from chalicelib.application.mailing.ports import Mailing
from chalicelib.domain.mail import Mail, PersonalMail
from chalicelib.domain.password_link import PasswordLink
from tests.fakes.city import START
from tests.fakes.outside import Contents

T = TypeVar("T")


class Death(BaseException):
    """The container died."""


@dataclass
class Post:
    """Outbox and carrier in memory; dies before or after its k-th call."""

    mails: dict[str, Mail] = field(default_factory=dict)
    delivered: list[tuple[str, list[bytes]]] = field(default_factory=list)
    letters: list[PersonalMail] = field(default_factory=list)
    link: PasswordLink | None = None
    asked: list[str] = field(default_factory=list)
    answer: Exception | None = None
    now: datetime = START
    calls: int = 0
    dies_before: int = -1
    dies_after: int = -1

    def of_process(self, process: str) -> Sequence[Mail]:
        return self._call(lambda: list(self.mails.values()))

    def move(self, before: Mail, after: Mail) -> bool:
        def write() -> bool:
            if self.mails[before.id].revision != before.revision:
                return False
            self.mails[before.id] = after
            return True

        return self._call(write)

    def of(self, _letters: str) -> PasswordLink | None:
        return self._call(lambda: self.link)

    def move_link(self, before: PasswordLink, after: PasswordLink) -> bool:
        def write() -> bool:
            if self.link is None or self.link.revision != before.revision:
                return False
            self.link = after
            return True

        return self._call(write)

    def carry(self, mail: Mail | PersonalMail, files: Sequence[bytes]) -> str:
        def deliver() -> str:
            if self.answer:
                raise self.answer
            if isinstance(mail, PersonalMail):
                self.letters.append(mail)
                return "receipt"
            self.delivered.append((mail.id, list(files)))
            return f"receipt of {mail.id}"

        return self._call(deliver)

    def _call(self, act: Callable[[], T]) -> T:
        self.calls += 1
        if self.calls == self.dies_before:
            raise Death
        done = act()
        if self.calls == self.dies_after:
            raise Death
        return done

    def outside(self) -> Mailing:
        contents = Contents({"k1": b"one"})
        return Mailing(self, self, contents, lambda: self.now, Links(self), "https://cidade.example", self.asked.append)


@dataclass
class Links:
    """The one link of a post, as its box."""

    post: Post

    def of(self, letters: str) -> PasswordLink | None:
        return self.post.of(letters)

    def move(self, before: PasswordLink, after: PasswordLink) -> bool:
        return self.post.move_link(before, after)

"""Links by which people make their own passwords, as the e-mail brings them (ACC-01, ACC-08)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from chalicelib.adapters.dynamodb.outbox import DynamoLinkBox, DynamoOutbox
from chalicelib.application.mailing.carry_link import carry_link
from chalicelib.application.mailing.ports import Mailing
from chalicelib.application.password.answer_request import answer_request
from chalicelib.domain.account import letters_of
from chalicelib.domain.mail import Mail, PersonalMail

from .wire import untapped
from .world import World

SITE = "https://cidade.example"
LINK = re.compile(re.escape(SITE) + r"/senha#(\S+)")


@dataclass
class Postman:
    """A carrier that keeps what it was given."""

    letters: list[Mail | PersonalMail] = field(default_factory=list)

    def carry(self, mail: Mail | PersonalMail, _files: Sequence[bytes]) -> str:
        self.letters.append(mail)
        return "receipt-1"


def carried(world: World, login: str) -> list[Mail | PersonalMail]:
    """What the consumer does when it hears that a link was asked for or ordered; -> the e-mails that left."""
    place, postman = world.installed.place, Postman()
    with untapped():
        outbox = DynamoOutbox(place.connection, world.tenant)
        box = DynamoLinkBox(world.tenant)
        answer = partial(answer_request, place.ports(world.tenant))
        outside = Mailing(outbox, postman, place.contents(world.tenant), place.now, box, SITE, answer)
        outside.answer(letters_of(login))
        carry_link(outside, letters_of(login))
    return postman.letters


def link_of(letter: Mail | PersonalMail) -> str:
    """What the person opens, after the ``#``."""
    found = LINK.search(letter.text)
    assert found, letter.text
    return found[1]


def mailed_link(world: World, login: str) -> str:
    """The link that was ordered for the person, once the e-mail is there."""
    (letter,) = carried(world, login)
    return link_of(letter)

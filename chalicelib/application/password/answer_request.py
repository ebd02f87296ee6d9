"""Find out whom a link was asked for at the door, when nobody waits for the answer any more (ACC-01)."""

import hashlib

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import LinkRequestKey, PasswordLinkKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import Refused
from chalicelib.domain.link_request import LinkRequest, to_answer
from chalicelib.domain.organisation import Person
from chalicelib.domain.password_link import LinkPurpose, ordered_too_often

from .ordering import new_link, order_link

#: Under whose name the writes of answers are kept: no login has capitals.
ANSWERS = "ANSWERS"
#: Who asked is not known: whoever typed the login.
AT_THE_DOOR = Person("", "Pedido na tela de entrada")


def answer_request(ports: Ports, letters: str) -> bool:
    """Order the link that was asked for, to the address in the register; -> whether one was ordered, now or before.

    Nothing is written for who is not there, is blocked, has no e-mail or was sent enough of them, nor twice.
    """
    (found,) = ports.reader.get(LinkRequestKey(letters))
    request = to_answer(found, ports.now())
    if request is None:
        return False
    try:
        done = transact(lambda: ports.begin(_operation(request)), lambda work: _answer(ports, request, work))
    except _Nobody:
        return False
    return bool(done)


class _Nobody(Exception):
    """To whom nothing is sent."""


def _answer(ports: Ports, request: LinkRequest, work: Work) -> Reply:
    user, before = work.load(UserKey(request.login), PasswordLinkKey(request.login))
    if user is None or user.blocked or not user.email or ordered_too_often(before, request.at):
        raise _Nobody
    try:
        link = new_link(ports, before, user, LinkPurpose.RESET, request.at)
    except Refused:
        # The administration turned the e-mail off since it was asked.
        raise _Nobody from None
    order_link(work, before, link, AT_THE_DOOR, request.address)
    return {"ordered": True}


def _operation(request: LinkRequest) -> Operation:
    text = f"{request.login} {request.key} {request.at.isoformat()}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Operation(ANSWERS, digest, digest)

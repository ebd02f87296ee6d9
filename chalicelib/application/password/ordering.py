"""What every order of a link has in common: the e-mail in the city's words, the link, the line of the account's log."""

from dataclasses import replace
from datetime import datetime

from chalicelib.application.mailing.automatic import automatic_letter
from chalicelib.application.ports import Ports, Work
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import User
from chalicelib.domain.organisation import Person
from chalicelib.domain.password_link import PLACE, LinkPurpose, PasswordLink, ordered

#: The city's own texts (``mail_templates.yaml``).
TEMPLATES = {LinkPurpose.FIRST_ACCESS: "primeiro-acesso", LinkPurpose.RESET: "nova-senha"}


def new_link(
    ports: Ports, before: PasswordLink | None, user: User, purpose: LinkPurpose, at: datetime
) -> PasswordLink:
    """A link in the place of the one before, and its e-mail, but for the address. Raises Refused ``email_unavailable``.

    ``at`` is the moment of the act: once for all its attempts, so that the next one writes what a lost reply wrote.
    """
    values = {
        "nome": user.person.name,
        "login": user.id,
        "endereco": f"{ports.public_address}/entrar",
        # Not known before it leaves: the text keeps its place.
        "link": PLACE,
    }
    then = replace(ports, now=lambda: at)
    return ordered(before, user, purpose, automatic_letter(then, TEMPLATES[purpose], user.email, values))


def first_link(ports: Ports, before: PasswordLink | None, user: User, at: datetime) -> PasswordLink | None:
    """The link of who begins; None where nothing can be sent, for the register is kept all the same."""
    if not user.email:
        return None
    try:
        return new_link(ports, before, user, LinkPurpose.FIRST_ACCESS, at)
    except Refused:
        # No e-mail leaves from here, or the city turned this one off.
        return None


def order_link(work: Work, before: PasswordLink | None, link: PasswordLink, by: Person, address: str) -> None:
    """The e-mail leaves once this is committed: the line of the log is what the carrier hears of."""
    work.put_password_link(before, link)
    work.remember(AccountEvent(link.user, AccountChange.LINK_ORDERED, by, link.letter.at, address))

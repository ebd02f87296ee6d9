"""What an erasure takes from what units write beside a process for their own work: no part of its record (LGPD)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from chalicelib.domain.value import dataclass

from .checklist import Checklist
from .comment import Comment
from .contact import Contact
from .desk import DeskEntry
from .email_group import EmailGroup, EmailGroupShelf
from .follow_up import FollowUp
from .mention import Traces, traces_of
from .passage_comment import PassageComment


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A line of a unit's own log, and where it lies."""

    place: str
    entry: DeskEntry


Beside = Comment | PassageComment | FollowUp | Checklist | DeskLine
Cleaned = tuple[Beside, Beside]


def cleaned(things: Iterable[Beside], contact: Contact) -> tuple[Cleaned, ...]:
    """Those that name the person: as each is, and as it is left."""
    traces = traces_of(contact)
    left = ((one, _without(one, traces)) for one in things)
    return tuple((before, after) for before, after in left if after != before)


def _without(one: Beside, traces: Traces) -> Beside:
    taken = traces.taken_from
    match one:
        case Comment():
            left = replace(one, text=taken(one.text), earlier=taken(one.earlier))
            return left if left == one else replace(left, revision=one.revision + 1)
        case PassageComment():
            # The words of the passage are the text's: what becomes of them is for who writes it.
            said = tuple(replace(each, text=taken(each.text)) for each in one.said)
            return one if said == one.said else replace(one, said=said, revision=one.revision + 1)
        case FollowUp():
            return replace(one, group=taken(one.group), observation=taken(one.observation))
        case Checklist():
            return replace(one, items=tuple(replace(each, text=taken(each.text)) for each in one.items))
        case DeskLine():
            return replace(one, entry=replace(one.entry, name=taken(one.entry.name)))


def without_address(shelf: EmailGroupShelf, address: str) -> EmailGroupShelf:
    """The unit's e-mail groups without the person's address; a group of nobody else is no more."""
    return replace(shelf, groups=tuple(_groups(shelf, address.casefold())))


def _groups(shelf: EmailGroupShelf, address: str) -> Iterator[EmailGroup]:
    for group in shelf.groups:
        left = tuple(one for one in group.addresses if one.casefold() != address)
        if left:
            yield replace(group, addresses=left)

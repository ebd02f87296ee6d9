"""Where a person is in processes, and what of it an erasure takes."""

from collections.abc import Iterator, Sequence
from itertools import islice

from chalicelib.application.ports import Ports
from chalicelib.application.references import ContactKey, ErasureKey, ProcessKey
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasing import found_in
from chalicelib.domain.erasing_beside import Beside
from chalicelib.domain.erasure import Erasure, ErasureGround
from chalicelib.domain.erasure_plan import Surveyed
from chalicelib.domain.errors import NotFound
from chalicelib.domain.process import Process

#: Told one by one before the act: each is some queries more. Whatever comes after them is erased all the same.
SHOWN = 200
#: Read at once.
PAGE = 100


def processes_with(ports: Ports, contact: str, after: str = "") -> Iterator[Process]:
    """Every process with the contact as an interested party, now or once, confidential ones too: nobody's to list.

    By their ids, those that follow ``after``.
    """
    more = True
    while more:
        found, more = ports.reader.processes_of_party(contact, after, PAGE)
        if found:
            after = found[-1]
            yield from filter(None, ports.reader.get(*map(ProcessKey, found)))


def survey(ports: Ports, contact: Contact, ground: ErasureGround) -> tuple[Sequence[Surveyed], bool]:
    """-> (the first of those that anybody may know of, whether there are more)."""
    told = (one for one in processes_with(ports, contact.id) if not one.confidential)
    shown = [surveyed(ports, one, contact, ground) for one in islice(told, SHOWN)]
    return shown, next(told, None) is not None


def surveyed(
    ports: Ports, process: Process, contact: Contact, ground: ErasureGround, beside: Sequence[Beside] = ()
) -> Surveyed:
    """What an erasure finds in one; what units wrote beside it only when that was read."""
    found = found_in(process, ports.reader.whole_history(process.id), contact, ground, beside)
    proven = under_head(ports, process) if found.records else frozenset()
    waiting = tuple(n for n in found.records if n not in proven)
    return Surveyed(process.id, process.nup, process.registration.type.name, found, waiting)


def under_head(ports: Ports, process: Process) -> frozenset[int]:
    """The entries that a signed head holds: without one, nothing would prove that an erased one had existed."""
    head = ports.ledger.last_head(process.agency)
    if head is None:
        return frozenset()
    return frozenset(place.n for place in ports.ledger.places(process.id) if place.index < head.size)


def request(ports: Ports, identifier: str) -> tuple[Erasure, Contact]:
    """A request and whom it is about. Raises NotFound ``erasure_not_found``."""
    (found,) = ports.reader.get(ErasureKey(identifier))
    if found is None:
        raise NotFound("erasure_not_found", "Este pedido de eliminação não existe.")
    (contact,) = ports.reader.get(ContactKey(found.contact))
    return found, contact


def known(contact: Contact | None) -> Contact:
    """Raises NotFound ``person_not_found``."""
    if contact is None:
        raise NotFound("person_not_found", "Este contato não existe.")
    return contact

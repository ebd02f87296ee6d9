"""Where a person is in processes, and what of it an erasure takes."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.application.references import ContactKey, ErasureKey, ProcessKey
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasing import found_in
from chalicelib.domain.erasure import Erasure, ErasureGround
from chalicelib.domain.erasure_plan import Surveyed
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.process import Process

#: So that a request looks at all of them: each process is one more query.
MOST = 200


def survey(ports: Ports, contact: Contact, ground: ErasureGround) -> Sequence[Surveyed]:
    """Every process with the person as an interested party; a confidential one is nobody's to list.

    Raises Refused ``too_many_processes``.
    """
    found, more = ports.reader.processes_of_word(contact.id, MOST)
    if more:
        raise Refused("too_many_processes", f"Esta pessoa é interessada em mais de {MOST} processos.")
    identifiers = dict.fromkeys(one.process for one in found)
    loaded = ports.reader.get(*map(ProcessKey, identifiers)) if identifiers else ()
    return [_surveyed(ports, one, contact, ground) for one in loaded if one and not one.confidential]


def _surveyed(ports: Ports, process: Process, contact: Contact, ground: ErasureGround) -> Surveyed:
    found = found_in(process, ports.reader.whole_history(process.id), contact, ground)
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

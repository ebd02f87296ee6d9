"""Whom a request to erase is about: a contact, or a user who left (LGPD)."""

from collections.abc import Iterable, Mapping

from chalicelib.application.ports import Ports
from chalicelib.application.references import ContactKey, ErasureKey, Key, UserKey
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import User


def key_of(erasure: Erasure) -> ContactKey | UserKey:
    """Under what the person is kept."""
    return UserKey(erasure.user) if erasure.user else ContactKey(erasure.contact)


def requested(ports: Ports, identifier: str) -> tuple[Erasure, Contact | User]:
    """A request and whom it is about. Raises NotFound ``erasure_not_found``."""
    (found,) = ports.reader.get(ErasureKey(identifier))
    if found is None:
        raise NotFound("erasure_not_found", "Este pedido de eliminação não existe.")
    (subject,) = ports.reader.get(key_of(found))
    return found, subject


def subjects_of(ports: Ports, erasures: Iterable[Erasure]) -> Mapping[ContactKey | UserKey, Contact | User]:
    """Everybody whom some requests are about, at once."""
    wanted: tuple[Key, ...] = tuple(dict.fromkeys(map(key_of, erasures)))
    found = ports.reader.get(*wanted) if wanted else ()
    return {key_of_subject(one): one for one in found}


def key_of_subject(subject: Contact | User) -> ContactKey | UserKey:
    """The same, of whom it leads to."""
    return UserKey(subject.id) if isinstance(subject, User) else ContactKey(subject.id)


def kind_of(subject: Contact | User) -> PersonKind:
    """As readings are recorded of them."""
    return PersonKind.USER if isinstance(subject, User) else PersonKind.CONTACT


def known_leaver(user: User | None) -> User:
    """Raises NotFound ``person_not_found``."""
    if user is None:
        raise NotFound("person_not_found", "Não há usuário com este nome.")
    return user

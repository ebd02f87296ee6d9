"""What is held about one person and who saw it (LGPD, art. 18). The report itself is recorded as a reading."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import ContactKey, UserKey
from chalicelib.application.second_factor.standing import standing_of
from chalicelib.domain import person_report as about
from chalicelib.domain.audit import EVERYBODY, Access, AccessFilter, PersonKind, person_id
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import profile_names
from chalicelib.domain.errors import NotFound
from chalicelib.domain.granting import names_away
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.person_report import Moment, PersonReport, Section
from chalicelib.domain.policy import Action

from .list_processes import list_processes
from .notebook import note_people

#: How much of each kind of data the screen shows.
SHOWN = 100
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def report_on_person(
    ports: Ports, actor: Actor, kind: PersonKind, identifier: str, most: int = SHOWN
) -> PersonReport:
    """``most`` rows of each long section. Raises Forbidden, NotFound ``person_not_found``."""
    allow(actor, Action.PERSON_REPORT)
    note_people(actor, Action.PERSON_REPORT, kind, (identifier,))
    now = ports.now()

    def at(moment: datetime) -> str:
        return moment.astimezone(ports.zone).strftime("%d/%m/%Y %H:%M")

    if kind is PersonKind.USER:
        name, sections = _of_user(ports, identifier, at, most)
    else:
        name, sections = _of_contact(ports, actor, identifier, most)
    readers, complete = _readers(ports, kind, identifier, most)
    return PersonReport(kind, identifier, name, now, (*sections, about.of_readers(readers, complete, at)))


def _of_user(ports: Ports, login: str, at: Moment, most: int) -> tuple[str, list[Section]]:
    user, _ = ports.identity.user(ports.tenant, login)
    if user is None:
        raise NotFound("person_not_found", "Não há usuário com este nome.")
    standing = standing_of(ports, login)
    changes = ports.register.changes("users", login, None)
    profiles = profile_names(ports.catalogues.plain(PROFILES))
    readings, complete = _readings(ports, AccessFilter(LONG_AGO, ports.now(), user=login), most)
    return user.person.name, [
        about.of_user(user),
        about.of_grants(user.grants, ports.catalogues.units(), _away(ports, user), profiles),
        about.of_factor(standing.enrolled_at, len(standing.devices), standing.events, at),
        about.of_sessions(ports.identity.accesses(ports.tenant, login), at),
        about.of_changes(list(changes.items), changes.next_cursor is None, at),
        about.of_readings(readings, complete, at),
    ]


def _away(ports: Ports, user: User) -> Mapping[str, str]:
    """The names of those in whose place the person stands, by login."""
    logins = names_away(user.grants)
    found = ports.reader.get(*map(UserKey, logins)) if logins else ()
    return {one.id: one.person.name for one in found if one}


def _of_contact(ports: Ports, actor: Actor, identifier: str, most: int) -> tuple[str, list[Section]]:
    (contact,) = ports.reader.get(ContactKey(identifier))
    if contact is None:
        raise NotFound("person_not_found", "Este contato não existe.")
    return contact.name, [about.of_contact(contact), list_processes(ports, actor, contact.id, most=most)]


def _readers(ports: Ports, kind: PersonKind, identifier: str, most: int) -> tuple[Sequence[Access], bool]:
    """Who saw this person's data, and who saw everybody's."""
    now, found, complete = ports.now(), list[Access](), True
    for one in (identifier, EVERYBODY):
        wanted = AccessFilter(LONG_AGO, now, person=person_id(kind, one))
        some, all_of_them = _readings(ports, wanted, most)
        found += some
        complete = complete and all_of_them
    found.sort(key=lambda access: (access.at, access.id), reverse=True)
    return found[:most], complete and len(found) <= most


def _readings(ports: Ports, wanted: AccessFilter, most: int) -> tuple[Sequence[Access], bool]:
    """Page after page, the newest first, until there are ``most``; -> (readings, whether those are all)."""
    found: list[Access] = []
    cursor: str | None = None
    while True:
        page = ports.trail.page(wanted, cursor, most - len(found))
        found += page.items
        cursor = page.next_cursor
        if cursor is None or len(found) >= most:
            return found, cursor is None

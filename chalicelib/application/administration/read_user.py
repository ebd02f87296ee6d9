"""One user with permissions and data (ACC-08, ACC-09)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import PasswordKey, PasswordLinkKey, UserKey
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.errors import NotFound
from chalicelib.domain.granting import names_away
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.password_link import PasswordLink
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class KnownUser:
    """``away``: names of those stood in for, by login. ``link``: the last one by which a password was to be made."""

    user: User
    away: dict[str, str]
    has_password: bool
    link: PasswordLink | None


def read_user(ports: Ports, actor: Actor, login: str) -> KnownUser:
    """Raises Forbidden, NotFound."""
    allow(actor, Action.ADMINISTRATION_READ)
    user, hashed, link = ports.reader.get(UserKey(login), PasswordKey(login), PasswordLinkKey(login))
    if user is None:
        raise NotFound("user_not_found", "Este usuário não existe.")
    note_people(actor, Action.ADMINISTRATION_READ, PersonKind.USER, (user.id,))
    away = names_away(user.grants)
    people = ports.reader.get(*map(UserKey, away)) if away else ()
    names = {one.id: one.person.name for one in people if one}
    return KnownUser(user, names, hashed is not None, link)

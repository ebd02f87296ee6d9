"""What an erasure would take of who left, and what it would leave and why (LGPD, art. 16)."""

from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import UserKey
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.erasure_plan import PlanLine
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.leaver import check_left
from chalicelib.domain.leaver_report import leaver_lines
from chalicelib.domain.policy import Action

from .leaver_survey import counts_of
from .subject import known_leaver


def plan_leaver(ports: Ports, actor: Actor, login: str) -> tuple[User, Sequence[PlanLine]]:
    """Nothing is written but that it was looked at. Raises Forbidden, NotFound; Refused as ``check_left``."""
    allow(actor, Action.PERSON_ERASE)
    (found,) = ports.reader.get(UserKey(login))
    user = known_leaver(found)
    check_left(user)
    note_people(actor, Action.PERSON_ERASE, PersonKind.USER, (login,))
    return user, leaver_lines(counts_of(ports, user))

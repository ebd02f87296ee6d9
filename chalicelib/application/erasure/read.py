"""A request to erase and, while it is open, what it would take and leave (LGPD, arts. 16 and 18)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.erasure_plan import PlanLine, plan_lines
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.leaver_report import leaver_lines
from chalicelib.domain.policy import Action

from .leaver_survey import counts_of
from .subject import kind_of, requested
from .survey import survey


def read_erasure(ports: Ports, actor: Actor, identifier: str) -> tuple[Erasure, Contact | User, tuple[PlanLine, ...]]:
    """Of who left, when it is done, what went and what stayed. Raises Forbidden, NotFound ``erasure_not_found``."""
    allow(actor, Action.PERSON_ERASE)
    erasure, subject = requested(ports, identifier)
    if isinstance(subject, User) and erasure.done_at:
        return erasure, subject, leaver_lines(erasure.erased)
    if subject.erased_at is not None:
        return erasure, subject, ()
    note_people(actor, Action.PERSON_ERASE, kind_of(subject), (subject.id,))
    if isinstance(subject, User):
        return erasure, subject, leaver_lines(counts_of(ports, subject))
    return erasure, subject, plan_lines(subject, *survey(ports, subject, erasure.ground))

"""The processes in which a person is an interested party, however many, page by page (LGPD, art. 18)."""

from datetime import datetime
from itertools import islice

from chalicelib.application.authorisation import allow
from chalicelib.application.erasure.survey import processes_with
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.person_report import Section, of_processes
from chalicelib.domain.policy import Action
from chalicelib.domain.word_index import is_told_of

from .notebook import note_people

#: Read at once; the others follow.
MOST_PROCESSES = 500


def list_processes(
    ports: Ports, actor: Actor, contact: str, after: str = "", most: int | None = None
) -> Section:
    """The oldest first, those that follow ``after``; of a confidential one not even that it exists. Raises
    Forbidden.
    """
    allow(actor, Action.PERSON_REPORT)
    note_people(actor, Action.PERSON_REPORT, PersonKind.CONTACT, (contact,))

    def at(moment: datetime) -> str:
        return moment.astimezone(ports.zone).strftime("%d/%m/%Y %H:%M")

    told = (one for one in processes_with(ports, contact, after) if is_told_of(one, contact))
    shown = list(islice(told, min(most or MOST_PROCESSES, MOST_PROCESSES)))
    return of_processes(shown, shown[-1].id if next(told, None) else "", at)

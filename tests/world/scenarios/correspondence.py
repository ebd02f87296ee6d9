"""Electronic mail of a process."""

from typing import Any

from tests.world.builders import filed, started
from tests.world.scenarios.authoring import standard_text
from tests.world.world import Ask, Person, World

from .registry import reads, writes

MAILBOX = "prot.semad@ubatuba.example"


def mailbox(world: World, who: Person) -> str:
    """The first address of the person's unit, in the city's tables."""
    return world.installed.place.ports(world.tenant).catalogues.units()[who.unit].mailboxes[0]


def mailing(world: World, process: str, who: Person | None = None, **form: Any) -> Ask:
    """The dialog Enviar correspondência eletrônica, by Ana unless told."""
    person = who or world.ana
    letter = {
        "sender": mailbox(world, person),
        "to": ["eva@example.com"],
        "blind": ["oculta@example.com"],
        "subject": "Poda autorizada",
        "text": "A poda foi autorizada.",
        **form,
    }
    return Ask(person, "POST", f"/processes/{process}/emails", letter, process)


def mailed(world: World, process: str | None = None, **form: Any) -> tuple[str, str]:
    """A process with an e-mail of Ana's; -> (process, document)."""
    place = process or started(world)
    return place, str(world.done(mailing(world, place, **form))["id"])


@writes("correspondence.send.send_email", "DOC-22", entries=1)
def send_email_with_file(world: World) -> Ask:
    process, file = filed(world)
    return mailing(world, process, documents=[file])


@reads("correspondence.read.read_email", "DOC-22")
def read_email(world: World) -> Ask:
    process, document = mailed(world)
    return Ask(world.ana, "GET", f"/processes/{process}/emails/{document}")


@reads("correspondence.prepare.prepare_email", "DOC-22")
def prepare_email(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{started(world)}/email-form")


@reads("correspondence.read_text.read_email_text", "DOC-22")
def read_email_text(world: World) -> Ask:
    process = started(world)
    return Ask(world.ana, "GET", f"/processes/{process}/email-texts/{standard_text(world)}")

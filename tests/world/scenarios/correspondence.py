"""Electronic mail of a process."""

from typing import Any

from tests.world.builders import accepted, filed, started
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


def with_own_file(world: World) -> Ask:
    """With a file from the computer, examined as any other."""
    process, upload = accepted(world)
    return mailing(world, process, files=[upload])


@writes("correspondence.send.send_email", "DOC-22", entries=1)
def send_email_with_file_from_the_computer(world: World) -> Ask:
    return with_own_file(world)


@reads("correspondence.read_attachment.read_attachment", "DOC-22")
def read_attachment(world: World) -> Ask:
    ask = with_own_file(world)
    sent = world.done(ask)["id"]
    return Ask(world.ana, "GET", f"{ask.path}/{sent}/attachments/0")


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

"""Circulars: one letter for many, and the e-mails of a block (DOC-19)."""

import uuid
from itertools import count
from typing import Any

from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.transaction import Operation
from chalicelib.domain.access import Profile
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person as Named
from chalicelib.domain.organisation import UnitName
from tests.world.builders import drafted, signing, started
from tests.world.world import Ask, Person, World

from .blocks import block, putting
from .correspondence import mailbox
from .registry import writes

_people = count(1)


def contact(world: World, name: str = "", email: str | None = None) -> str:
    """Somebody to write to; -> the id."""
    form = {"name": name or f"Associação {next(_people)}", "kind": "organisation", "email": email}
    return str(world.done(Ask(world.ana, "POST", "/contacts", form))["id"])


def circulating(world: World, place: tuple[str, str], *addressees: str, into: str = "") -> Ask:
    """The dialog Gerar circular, by Ana."""
    path = f"/processes/{place[0]}/documents/{place[1]}/circulars"
    form = {"addressees": list(addressees), "block": into or block(world)}
    return Ask(world.ana, "POST", path, form, place[0])


def mailing_block(world: World, made: str, who: Person | None = None, **changes: object) -> Ask:
    """The dialog that sends the documents of a block to their addressees."""
    person = who or world.ana
    words = {"sender": mailbox(world, person), "subject": "Convite", "text": "Segue o convite.", **changes}
    return Ask(person, "POST", f"/blocks/{made}/emails", words)


def letter_in_block(world: World) -> str:
    """A block with a signed letter to somebody with an e-mail; -> the block."""
    made = block(world)
    place = drafted(world, started(world), addressees=[contact(world, email="eva@example.com")])
    world.done(signing(world, place))
    world.done(putting(world, made, *place))
    return made


@writes("circulars.order_circular.order_circular", "DOC-19", entries=0)
def order_circular(world: World) -> Ask:
    return circulating(world, drafted(world), contact(world), contact(world))


@writes("documents.create.create_draft", "DOC-09", "DOC-19", entries=2)
def draft_letter_into_a_block(world: World) -> Ask:
    """What the worker does with an item of a circular or of a sheet."""
    process, into = started(world), block(world)
    form = DraftForm("oficio", MetadataForm(), block=into)
    ana, profiles = Named(world.ana.login, "Ana"), frozenset({Profile.BASIC.value})
    who = Actor(world.tenant, ana, UnitName(world.ana.unit, "PROT"), "pmu", profiles)
    key = f"job-{uuid.uuid4().hex}"

    def write() -> Any:
        ports = world.installed.place.ports(world.tenant)
        made = create_draft(ports, who, Operation(who.user.id, key, "d"), process, form)
        return {"place": made["id"][:5]}

    return Ask(world.ana, "EVENT", "letter written into a block", process=process, act=write)


@writes("circulars.mail_block.mail_block", "DOC-19", entries=0)
def mail_block(world: World) -> Ask:
    return mailing_block(world, letter_in_block(world))

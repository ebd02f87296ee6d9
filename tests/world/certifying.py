"""Signing by certificate as the browser asks it (DOC-10)."""

from .builders import document, drafted, title_of
from .signing import ANYBODYS, TAXPAYERS, certificate_of, signed_by_key
from .world import Ask, Person, World

Place = tuple[str, str]


def beginning(world: World, place: Place, who: Person | None = None) -> Ask:
    """The dialog, once the person chose a certificate."""
    signer = who or world.ana
    form = {
        "chain": [certificate_of(TAXPAYERS.get(signer.login, ANYBODYS))],
        "role_title": title_of(world, signer),
        "digest": document(world, place, signer)["digest"],
    }
    path = f"/processes/{place[0]}/documents/{place[1]}/certificate-signatures"
    return Ask(signer, "POST", path, form, place[0])


def ending(world: World, place: Place, who: Person | None = None) -> Ask:
    """What the browser sends back after the key signed."""
    ask = beginning(world, place, who)
    ready = world.done(ask)
    body = {"signature": signed_by_key(ready["to_sign"])}
    return Ask(ask.who, "POST", f"{ask.path}/{ready['id']}", body, place[0])


def certified(world: World, who: Person | None = None) -> Place:
    """A letter signed by certificate; -> (process, document)."""
    place = drafted(world, None, who)
    world.done(ending(world, place, who))
    return place

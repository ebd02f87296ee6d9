"""Signing with the gov.br account as the browser asks it (DOC-10)."""

import base64
from typing import Any

from chalicelib.adapters.dynamodb import catalogues
from infra.local.seed import tenant_row

from .builders import document, drafted, title_of
from .installed import city
from .signing import ANYBODYS, TAXPAYERS, govbr_signature
from .world import Ask, Person, World

Place = tuple[str, str]
#: Addresses that nobody asks: the desk of paper stands for the whole service.
AGREEMENT = {
    "authorise": "https://cas.govbr.example/oauth2.0/authorize",
    "token": "https://cas.govbr.example/oauth2.0/token",
    "api": "https://assinatura.govbr.example",
    "client": "iperoig-de-prova",
    "authorities": [],
}


def agree(world: World, agreement: Any = AGREEMENT) -> None:
    """The city has an agreement with gov.br from now on, or none any more."""
    card = {**tenant_row(city()), "id": world.tenant, "govbr_signature": agreement}
    catalogues.load(world.tenant, "tenant", {world.tenant: card})


def taxpayer_of(who: Person) -> str:
    return TAXPAYERS.get(who.login, ANYBODYS)


def preparing(world: World, place: Place, who: Person | None = None) -> Ask:
    """The dialog, once the person chose the gov.br account."""
    signer = who or world.ana
    form = {"role_title": title_of(world, signer), "digest": document(world, place, signer)["digest"]}
    path = f"/processes/{place[0]}/documents/{place[1]}/govbr-signatures"
    return Ask(signer, "POST", path, form, place[0])


def signed_at_govbr(world: World, place: Place, preparation: str, who: Person) -> str:
    """What gov.br makes for the person of what was made ready, asked through the API as the page does."""
    state = world.call(who, "POST", "/govbr-authorisations", {"documents": 1}).headers["Set-Cookie"].split(";")[0]
    body = {
        "code": f"code of {taxpayer_of(who)}",
        "state": state.partition("=")[2],
        "documents": [{"process": place[0], "document": place[1], "preparation": preparation}],
    }
    (item,) = world.done(Ask(who, "POST", "/govbr-signatures", body, headers={"Cookie": state}))["items"]
    assert item["signature"], item
    signature: str = item["signature"]
    return signature


def ending(world: World, place: Place, who: Person | None = None) -> Ask:
    """What the page sends back once gov.br signed."""
    ask = preparing(world, place, who)
    ready = world.done(ask)
    body = {"signature": signed_at_govbr(world, place, ready["id"], ask.who)}
    return Ask(ask.who, "POST", f"{ask.path}/{ready['id']}", body, place[0])


def another_documents(taxpayer: str = ANYBODYS) -> str:
    """A signature of gov.br over something else."""
    return govbr_signature(taxpayer, base64.b64encode(bytes(32)).decode())


def letter(world: World, who: Person | None = None) -> Place:
    agree(world)
    return drafted(world, None, who)


"""Somebody forgot the password, or never had one, and makes it by the link that comes by e-mail (ACC-01, ACC-08)."""

from chalicelib.application.password import answer_request as answer
from chalicelib.domain.account import letters_of
from tests.world.links import mailed_link
from tests.world.world import NOBODY, Ask, World

from .administration import USERS, administrator, new_user
from .registry import reads, writes
from .second_factor import newcomer

NEW = "cavalo bateria grampo"


def asking(login: str) -> Ask:
    """The screen Esqueci minha senha."""
    return Ask(NOBODY, "POST", "/password-links", {"login": login})


def making(link: str, password: str = NEW) -> Ask:
    """The page that the link leads to."""
    return Ask(NOBODY, "POST", "/password-links/uses", {"link": link, "new_password": password})


def sending(world: World, login: str) -> Ask:
    """The button Enviar link, on the user's page."""
    return Ask(administrator(world), "POST", f"{USERS}/{login}/password-link")


def linked(world: World) -> tuple[str, str]:
    """Somebody who has just been registered; -> (login, the link that came)."""
    login, _ = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    return login, mailed_link(world, login)


@writes("password.ask_link.ask_link", "ACC-01")
def ask_password_link(world: World) -> Ask:
    # All tests come from one network, whose hour holds no more than a city hall's.
    world.installed.place.identity.forgive(world.tenant, ["links.network.127-0-0"])
    return asking(newcomer(world).login)


@writes("password.answer_request.answer_request", "ACC-01")
def answer_link_request(world: World, login: str = "") -> Ask:
    ask = asking(login) if login else ask_password_link(world)
    world.done(ask)

    def told() -> bool:
        ports = world.installed.place.ports(world.tenant)
        return answer.answer_request(ports, letters_of(ask.body["login"]))

    return Ask(world.ana, "EVENT", "link asked", act=told)


@writes("password.use_link.use_link", "ACC-01", "ACC-08")
def use_password_link(world: World) -> Ask:
    return making(linked(world)[1])


@writes("password.send_link.send_link", "ACC-08")
def send_password_link(world: World) -> Ask:
    return sending(world, new_user(world)[0])


@reads("password.read_link.read_link", "ACC-01", "ACC-08")
def read_password_link(world: World) -> Ask:
    return Ask(NOBODY, "POST", "/password-links/readings", {"link": linked(world)[1]})

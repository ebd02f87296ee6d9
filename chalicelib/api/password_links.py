"""Links by e-mail with which people make their own passwords (ACC-01, ACC-08)."""

import hashlib
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.password.ask_link import ask_link
from chalicelib.application.password.read_link import read_link
from chalicelib.application.password.send_link import send_link
from chalicelib.application.password.use_link import use_link
from chalicelib.application.transaction import Operation
from chalicelib.domain.policy import Action

from . import replies
from .authentication import digest
from .routes import Call, Routes, idempotency_key
from .validation import Body, Code, Password

routes = Routes("password_links")

#: Under whose name the writes of those without a session are kept: no login has capitals.
NOBODY = "NOBODY"
# The login and the secret: nothing else reaches the tables.
Link = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,79}\.[A-Za-z0-9_-]{20,200}$")]


class AskBody(Body):
    """Quem esqueceu a senha."""

    login: Code


class LinkBody(Body):
    """O que veio no e-mail, depois do sinal #."""

    link: Link

    @property
    def login(self) -> str:
        """Whose link it says to be."""
        return self.link.rpartition(".")[0]

    @property
    def digest(self) -> str:
        """What is kept of its secret."""
        return digest(self.link.rpartition(".")[2])


class MakeBody(LinkBody):
    """O link e a senha de agora em diante."""

    new_password: Password


@routes.route("POST", "/password-links", Action.SESSION_START, body=AskBody, status=202)
def ask(call: Call) -> None:
    """Pedir por e-mail um link para criar nova senha"""
    login = call.body.login.lower()
    ask_link(call.ports, _operation(call, login, "ask"), login, call.address)


@routes.route(
    "POST",
    "/password-links/readings",
    Action.SESSION_START,
    body=LinkBody,
    reply=replies.PasswordLinkCard,
    writes=False,
)
def read(call: Call) -> dict[str, Any]:
    """De quem é a senha que o link cria"""
    body: LinkBody = call.body
    link, user = read_link(call.ports, body.login, body.digest)
    return {"login": user.id, "name": user.person.name, "purpose": link.purpose.value}


@routes.route("POST", "/password-links/uses", Action.SESSION_START, body=MakeBody, status=204)
def use(call: Call) -> None:
    """Criar a própria senha pelo link que veio por e-mail"""
    body: MakeBody = call.body
    operation = _operation(call, body.login, f"use {body.digest}")
    use_link(call.ports, operation, body.login, body.digest, body.new_password, call.address)


@routes.route(
    "POST", "/administration/users/{user}/password-link", Action.USER_KEEP, reply=replies.PasswordLinkSent, status=201
)
def send(call: Call, user: str) -> Any:
    """Enviar a um usuário o link para criar a senha"""
    return send_link(call.ports, call.actor, call.operation, user)


def _operation(call: Call, login: str, asked: str) -> Operation:
    """A write of somebody without a session."""
    text = f"{asked} {login}"
    return Operation(NOBODY, idempotency_key(call.request), hashlib.sha256(text.encode()).hexdigest())

"""The tables that screens choose from (PRO-04, DOC-02, PRO-09)."""

from typing import Any

from chalicelib.application.organisation.catalogues import read_catalogue
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes

routes = Routes("catalogues")


@routes.route("GET", "/catalogues/{name}", Action.CATALOGUE_READ, reply=replies.Catalogue)
def read(call: Call, name: str) -> Any:
    """Consultar uma tabela: tipos, assuntos, hipóteses legais…"""
    return {"items": read_catalogue(call.ports, call.actor, name)}

"""Meus trabalhos: what one asked for, newest first."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .ports import JobsPage


def list_jobs(ports: Ports, actor: Actor, cursor: str | None) -> JobsPage:
    """A page of the actor's own jobs. Raises InvalidRequest ``invalid_cursor``."""
    allow(actor, Action.JOB_LIST)
    return ports.jobs.of_user(actor.user.id, cursor)

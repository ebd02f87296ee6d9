"""Whoever asked for a job, as they are now: grants may have changed since."""

from chalicelib.application.ports import Ports
from chalicelib.application.references import JobKey
from chalicelib.domain.city_profile import own_acts
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.internal_control import CATALOGUE, oversights
from chalicelib.domain.job import Job


def own_job(ports: Ports, actor: Actor, job_id: str) -> Job:
    """The actor's job: others' lie where this actor's key does not lead. Raises NotFound."""
    (found,) = ports.reader.get(JobKey(actor.user.id, job_id))
    if found is None:
        raise NotFound("job_not_found", "Este trabalho não existe.")
    job: Job = found
    return job


def acting_in(ports: Ports, job: Job) -> Actor:
    """Who asked, in the unit where it was asked, with the grants of today. Raises Forbidden ``unit_not_granted``."""
    user, _ = ports.identity.user(job.tenant, job.user.id)
    units = ports.catalogues.units()
    today = ports.now().astimezone(ports.zone).date()
    profiles = user.profiles_in(job.unit.id, today, units) if user and not user.blocked else frozenset()
    if user is None or not profiles:
        raise Forbidden("unit_not_granted", "Você não tem mais permissão na unidade em que pediu o trabalho.")
    unit = units[job.unit.id]
    return Actor(
        tenant=job.tenant,
        user=user.person,
        unit=unit.short,
        agency=unit.agency,
        profiles=profiles,
        unit_is_protocol=unit.protocol,
        oversees=oversights(ports.catalogues.plain(CATALOGUE), unit.id, unit.agency),
        acts=own_acts(ports.catalogues.plain, profiles),
    )

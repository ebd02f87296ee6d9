"""An administrator, and an import from its confirmation to its end."""

import pytest

from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.application.references import JobKey, UserKey
from chalicelib.application.spreadsheets.order_import import import_kind, order_import
from chalicelib.domain.access import Profile
from chalicelib.domain.identity import Grant, User
from tests.fakes.city import CABINET, HELENA, TENANT, at_work
from tests.fakes.outside import Outside
from tests.fakes.people import People

GILDA = at_work(HELENA, CABINET, Profile.ADMINISTRATOR)
KINDS = {"import": import_kind()}


@pytest.fixture(autouse=True)
def administrator(outside: Outside) -> None:
    """Helena administers."""
    helena = User(HELENA.id, TENANT, HELENA.name, "pmu", grants=(Grant("gab", "administrator"),))
    outside.memory.things[UserKey(HELENA.id)] = helena
    outside.identity = People()
    outside.identity.hire(helena)


def written(outside: Outside, data: bytes, table: str = "users") -> list[tuple[str, str]]:
    """-> (state, message) of each row, in the order of the job."""
    ports = outside.ports
    job = str(order_import(ports, GILDA, outside.operation(), table, data)["job"])
    for number in open_job(ports, GILDA.user.id, job)["batches"]:
        while run_batch(ports, KINDS, GILDA.user.id, job, number, lambda: False)["more"]:
            pass
    close_job(ports, KINDS, GILDA.user.id, job)
    (kept,) = ports.reader.get(JobKey(GILDA.user.id, job))
    return [(one.state.value, one.message) for batch in ports.jobs.batches(kept) for one in batch.items]

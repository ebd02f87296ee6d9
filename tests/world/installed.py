"""The application bound in process to the embedded AWS's data stack, with a clock of the test's."""

import contextlib
import dataclasses
import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from chalice.local import LocalChalice

import chalicelib.api.routes
from chalicelib import composition
from chalicelib.adapters.dynamodb import catalogues
from chalicelib.composition import Installation
from chalicelib.settings import read_settings
from infra.local.catalogue_reader import read_city
from infra.local.catalogue_records import City
from infra.local.seed import seed
from tests.conftest import DataStack

from .items import Store
from .signing import FUNCTION, Functions

FOLDER = Path(__file__).resolve().parents[2] / "catalogues" / "ubatuba"
PASSWORD = "Senha-1234"
VARIABLES = {
    "IPEROIG_MAIN_TABLE": "MainTable",
    "IPEROIG_HISTORY_TABLE": "HistoryTable",
    "IPEROIG_SESSIONS_TABLE": "SessionsTable",
    "IPEROIG_PROJECTIONS_TABLE": "ProjectionsTable",
    "IPEROIG_WAITS_TABLE": "WaitsTable",
    "IPEROIG_CONTENT_BUCKET": "ContentBucket",
    "IPEROIG_QUARANTINE_BUCKET": "QuarantineBucket",
    "IPEROIG_COPIES_BUCKET": "CopiesBucket",
    "IPEROIG_SEAL_KEY": "SealKey",
    "IPEROIG_DRAFT_KEY": "DraftKey",
    "IPEROIG_LEDGER_TABLE": "LedgerTable",
    "IPEROIG_AUDIT_TABLE": "AuditTable",
    "IPEROIG_LEDGER_BUCKET": "LedgerBucket",
    "IPEROIG_LEDGER_KEY": "LedgerKey",
}
#: Connections kept for the suites that send many requests at once.
CROWD = 64
DAYS_WARM = 86_400.0


@dataclass(slots=True)
class Clock:
    """The wall clock, moved by ``ahead``."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    @contextlib.contextmanager
    def moved(self, by: timedelta) -> Iterator[None]:
        """For the length of the block it is that much later."""
        before, self.ahead = self.ahead, self.ahead + by
        try:
            yield
        finally:
            self.ahead = before


@dataclass(slots=True)
class Journal:
    """Stands for the application's logger: keeps what went wrong, to show when a test fails."""

    failures: list[str] = field(default_factory=list)

    def info(self, *_: Any, **__: Any) -> None:
        """A served request."""

    def error(self, *words: Any, **facts: Any) -> None:
        """What the log leaves out is shown here: it is about nobody."""
        self.failures.append(f"{words} {facts}\n{traceback.format_exc()}")


@dataclass(slots=True)
class Installed:
    """The installation, the raw store beside it, and the clock both obey."""

    place: Installation
    store: Store
    clock: Clock
    journal: Journal
    app: Any


def environment(stack: DataStack) -> dict[str, str]:
    """Every variable the application needs to use the stack."""
    names = stack.endpoint.credentials
    return {
        # A machine that does not exist: who asks for a job never waits for the engine.
        "IPEROIG_SIGNING_FUNCTION": FUNCTION,
        "IPEROIG_JOBS_MACHINE": "arn:aws:states:sa-east-1:000000000000:stateMachine:none",
        "IPEROIG_PUBLISH_FUNCTION": "none",
        "IPEROIG_UPLOADS_MACHINE": "arn:aws:states:sa-east-1:000000000000:stateMachine:none",
        **{variable: stack.outputs[output] for variable, output in VARIABLES.items()},
        "IPEROIG_MAIL_SENDER": "nao-responda@ubatuba.example",
        "AWS_ENDPOINT_URL": stack.endpoint.url,
        "AWS_DEFAULT_REGION": names["region_name"],
        "AWS_REGION": names["region_name"],
        "AWS_ACCESS_KEY_ID": names["aws_access_key_id"],
        "AWS_SECRET_ACCESS_KEY": names["aws_secret_access_key"],
        "IPEROIG_ARGON2_MEMORY": "64",
        "IPEROIG_ARGON2_ROUNDS": "1",
    }


_installed: dict[str, Installed] = {}


def install(stack: DataStack) -> Installed:
    """Bind the application to the stack, once per process."""
    if stack.stage not in _installed:
        os.environ.update(environment(stack))
        _installed[stack.stage] = _bind(stack)
    return _installed[stack.stage]


def _bind(stack: DataStack) -> Installed:
    # Catalogues stay warm, as in a container that has served before.
    catalogues.SECONDS_KEPT = DAYS_WARM
    clock, journal = Clock(), Journal()
    place = Installation(read_settings(), now=clock)
    place.__dict__["functions"] = Functions(place)
    composition._installed = place
    chalicelib.api.routes.logger = journal  # type: ignore[assignment]
    place.connection._max_pool_connections = CROWD
    from app import app

    # One request per thread at a time, as Chalice's own local server does it.
    app.__class__ = LocalChalice
    store = Store(place.settings, stack.client("dynamodb"), stack.client("s3"))
    return Installed(place, store, clock, journal, app)


@cache
def city() -> City:
    """The demonstration city."""
    return read_city(FOLDER)


def load_tenant(installed: Installed, tenant: str) -> None:
    """A tenant of its own with the demonstration city's catalogues and users."""
    ours = dataclasses.replace(city(), tenant=dataclasses.replace(city().tenant, id=tenant))
    seed(installed.place, ours, PASSWORD)

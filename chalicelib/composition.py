"""The only place that chooses adapters. Rare and heavy ones are imported where they are first needed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import botocore.session
from botocore.config import Config
from pynamodb.connection import Connection

from chalicelib.adapters.dynamodb import items, projections
from chalicelib.adapters.dynamodb.catalogues import DynamoCatalogues
from chalicelib.adapters.dynamodb.consumers import (
    DynamoHistoryDays,
    DynamoOpenWork,
    DynamoTruth,
    fact_of,
    process_of,
)
from chalicelib.adapters.dynamodb.identity import DynamoIdentity
from chalicelib.adapters.dynamodb.marks import DynamoMarks
from chalicelib.adapters.dynamodb.numbers import next_document_number
from chalicelib.adapters.dynamodb.projections import Projections
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.adapters.dynamodb.unit_of_work import UnitOfWork
from chalicelib.adapters.eventbridge import EventBridgeBus
from chalicelib.adapters.lambda_renderer import LambdaRenderer
from chalicelib.adapters.randomness import identifier
from chalicelib.adapters.s3 import S3Contents, quarantined
from chalicelib.adapters.sqs import SqsQueues
from chalicelib.adapters.stepfunctions.conductor import Conductor
from chalicelib.adapters.waits import DynamoWaits
from chalicelib.application.conducting.interests import FLOWS, STATISTICS
from chalicelib.application.conducting.ports import Conducting
from chalicelib.application.conducting.reopen_when_due import reopen_when_due
from chalicelib.application.ports import Passwords, Ports
from chalicelib.domain.file_inspection import Declaration, Limits, Verdict
from chalicelib.domain.rendition import RenderModel
from chalicelib.domain.upload import Upload
from chalicelib.settings import Settings, read_settings

__all__ = ["Background", "Installation", "fact_of", "installation", "process_of", "quarantined"]

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The wall clock, in UTC."""
    return datetime.now(UTC)


@dataclass
class Installation:
    """Clients and adapters of one container; ``ports`` makes the outside of one tenant from them."""

    settings: Settings
    now: Clock = utc_now

    def __post_init__(self) -> None:
        names = self.settings
        items.bind(names.main_table, names.history_table, names.sessions_table)
        projections.bind(names.projections_table)
        self.connection = Connection()
        self.identity = DynamoIdentity(self.connection)

    @cached_property
    def session(self) -> Any:
        """One botocore session: its loader and credentials are the expensive part of a client."""
        return botocore.session.get_session()

    def client(self, service: str) -> Any:
        """A client of an AWS service; the endpoint comes from the environment, as everywhere."""
        config = Config(retries={"mode": "standard", "total_max_attempts": 3}, signature_version="s3v4")
        return self.session.create_client(service, config=config if service == "s3" else None)

    @cached_property
    def s3(self) -> Any:
        return self.client("s3")

    @cached_property
    def passwords(self) -> Passwords:
        from chalicelib.adapters.argon2 import Argon2Passwords

        return Argon2Passwords(self.settings.argon2_memory, self.settings.argon2_rounds)

    @cached_property
    def functions(self) -> Any:
        """The Lambda client, made only when a PDF is asked for."""
        return self.client("lambda")

    def contents(self, tenant: str) -> S3Contents:
        """The content store of one tenant."""
        return S3Contents(self.s3, tenant, self.settings.content_bucket, self.settings.quarantine_bucket)

    def ports(self, tenant: str) -> Ports:
        """The outside of one tenant, for one request."""
        catalogues = DynamoCatalogues(tenant)
        zone = ZoneInfo(str(catalogues.tenant().get("time_zone", "America/Sao_Paulo")))
        return Ports(
            tenant=tenant,
            zone=zone,
            begin=lambda operation: UnitOfWork(self.connection, tenant, operation, self.now(), zone),
            reader=DynamoReader(self.connection, tenant),
            marks=DynamoMarks(tenant),
            catalogues=catalogues,
            contents=self.contents(tenant),
            passwords=self.passwords,
            identity=self.identity,
            renderer=LambdaRenderer(lambda: self.functions, self.settings.render_function, tenant),
            now=self.now,
            identifier=identifier,
            next_document_number=lambda: next_document_number(tenant),
            public_address=self.settings.public_address,
        )


class Background:
    """What the functions behind the queues, streams and schedules stand on; made from an installation."""

    def __init__(self, place: Installation) -> None:
        self.place = place
        self.tenants = (place.settings.tenant,)

    @cached_property
    def bus(self) -> EventBridgeBus:
        return EventBridgeBus(self.place.client("events"), self.place.settings.bus)

    @cached_property
    def _states(self) -> Any:
        return self.place.client("stepfunctions")

    @cached_property
    def queues(self) -> SqsQueues:
        settings = self.place.settings
        urls = {FLOWS: settings.flows_queue, STATISTICS: settings.statistics_queue}
        return SqsQueues(self.place.client("sqs"), urls)

    def conducting(self, tenant: str) -> Conducting:
        """What conducting one tenant's routings needs."""
        settings, connection = self.place.settings, self.place.connection
        return Conducting(
            tenant=tenant,
            zone=self.place.ports(tenant).zone,
            now=self.place.now,
            truth=self.truth(tenant),
            waits=DynamoWaits(connection.client, settings.waits_table, tenant),
            executions=Conductor(self._states, tenant, settings.routing_machine, settings.reopening_machine),
            register=self.projections(tenant),
            bus=self.bus,
        )

    def truth(self, tenant: str) -> DynamoTruth:
        return DynamoTruth(self.place.connection, tenant)

    def projections(self, tenant: str) -> Projections:
        """Counters, consumers' marks and given notices."""
        return Projections(self.place.connection, tenant)

    def open_work(self, tenant: str) -> DynamoOpenWork:
        return DynamoOpenWork(tenant)

    def history_days(self, tenant: str) -> DynamoHistoryDays:
        ports = self.place.ports(tenant)
        return DynamoHistoryDays(self.place.connection, tenant, list(ports.catalogues.units()), ports.zone)

    def reopen(self, tenant: str, process: str, unit: str, day: str) -> bool:
        """Reopen when due, in one tenant."""
        return reopen_when_due(self.place.ports(tenant), process, unit, day)

    def typeset(self, model: RenderModel) -> bytes:
        """PDF/A by the heavy layer, which only the rendering functions have."""
        from chalicelib.adapters.rendering.typst_pdf import render_pdf

        return render_pdf(model)

    def look(self, tenant: str, upload: Upload) -> Verdict:
        """Bring the upload from quarantine and examine it, by the heavy layer."""
        from chalicelib.adapters.inspection.isolated import inspect

        with TemporaryDirectory() as folder:
            path = Path(folder) / "upload"
            self.place.contents(tenant).fetch(upload, path)
            declared = Declaration(upload.file_name, upload.media_type, upload.size, upload.sha256)
            return inspect(path, declared, Limits(size=self.place.settings.upload_limit))


_installed: Installation | None = None


def installation() -> Installation:
    """This container's installation, made at the first request."""
    global _installed
    if _installed is None:
        _installed = Installation(read_settings())
    return _installed

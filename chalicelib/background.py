"""Chooses the adapters of the functions behind queues, streams and schedules: none of them is on a request's path."""

from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chalicelib.adapters.copies.workshop import CopyWorkshop
from chalicelib.adapters.dynamodb import addresses, projections
from chalicelib.adapters.dynamodb.awaited_texts import awaited_texts
from chalicelib.adapters.dynamodb.consumers import (
    DynamoHistoryDays,
    DynamoOpenWork,
    DynamoTruth,
    fact_of,
    is_flow_wait,
    process_of,
)
from chalicelib.adapters.dynamodb.deeds import DynamoDeeds
from chalicelib.adapters.dynamodb.ledger import DynamoChronicle
from chalicelib.adapters.dynamodb.outbox import DynamoLinkBox, DynamoOutbox
from chalicelib.adapters.dynamodb.projections import Projections
from chalicelib.adapters.dynamodb.word_index import DynamoWordIndex
from chalicelib.adapters.eventbridge import EventBridgeBus
from chalicelib.adapters.kms import KmsKey
from chalicelib.adapters.mail import SesCarrier
from chalicelib.adapters.randomness import new_salt
from chalicelib.adapters.redaction.concealer import PdfConcealer
from chalicelib.adapters.s3 import quarantine_key, quarantined
from chalicelib.adapters.sqs import SqsQueues
from chalicelib.adapters.stepfunctions.conductor import Conductor
from chalicelib.adapters.waits import DynamoWaits
from chalicelib.application.certificates.ports import CertificateSigner
from chalicelib.application.conducting.interests import FLOWS, LEDGER, MAIL, SEARCH, STATISTICS
from chalicelib.application.conducting.ports import Conducting
from chalicelib.application.conducting.reopen_when_due import reopen_when_due
from chalicelib.application.conducting.write_letter import write_letter
from chalicelib.application.extraction.ports import FileReader, Scratch
from chalicelib.application.govbr.terms import offered
from chalicelib.application.jobs.kinds import Kinds
from chalicelib.application.jobs.registry import job_kinds
from chalicelib.application.ledger.ports import SignedHead
from chalicelib.application.ledger.sign_head import sign_head
from chalicelib.application.mailing.ports import Mailing
from chalicelib.application.password.answer_request import answer_request
from chalicelib.composition import Installation, installation
from chalicelib.domain.file_inspection import Declaration, Limits, Verdict
from chalicelib.domain.rendition import RenderModel
from chalicelib.domain.training import is_training
from chalicelib.domain.upload import Upload
from chalicelib.domain.virus_scan import Scan, ScanOutcome, judge
from chalicelib.flows_background import FlowsBackground
from chalicelib.settings import CLAMD, GUARDDUTY, NO_ANTIVIRUS

__all__ = [
    "Background", "Installation", "fact_of", "installation", "is_flow_wait", "new_salt", "process_of", "quarantined",
]  # fmt: skip


class Background:
    """What the functions behind the queues, streams and schedules stand on; made from an installation."""

    def __init__(self, place: Installation) -> None:
        self.place = place

    def tenants(self) -> tuple[str, ...]:
        """Every tenant of the installation; its own one also before its catalogues were loaded."""
        return tuple(sorted({self.place.settings.tenant, *addresses.tenants()}))

    @cached_property
    def bus(self) -> EventBridgeBus:
        return EventBridgeBus(self.place.client("events"), self.place.settings.bus)

    @cached_property
    def queues(self) -> SqsQueues:
        settings = self.place.settings
        urls = {
            FLOWS: settings.flows_queue,
            STATISTICS: settings.statistics_queue,
            MAIL: settings.mail_queue,
            LEDGER: settings.ledger_queue,
            SEARCH: settings.search_queue,
        }
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
            executions=Conductor(
                self.place.states, tenant, settings.routing_machine, settings.reopening_machine
            ),
            register=self.projections(tenant),
            bus=self.bus,
            letter=partial(write_letter, self.place.ports(tenant)),
        )

    @cached_property
    def flows(self) -> FlowsBackground:
        """What the functions that conduct and publish flows stand on."""
        return FlowsBackground(self.place, self.projections, self.bus)

    def chronicle(self, tenant: str) -> DynamoChronicle:
        """The history as the public ledger takes it."""
        return DynamoChronicle(self.place.connection, tenant, self.place.ports(tenant).catalogues.units())

    @cached_property
    def head_key(self) -> KmsKey:
        """The key that signs the heads of the ledgers; one function alone may use it."""
        return KmsKey(lambda: self.place.keys, self.place.settings.ledger_key)

    def agencies(self, tenant: str) -> tuple[str, ...]:
        """The agencies of a tenant: one ledger each."""
        return tuple(sorted(self.place.ports(tenant).catalogues.agencies()))

    def sign_ledger(self, tenant: str, agency: str) -> SignedHead | None:
        """Sign and publish how an agency's ledger stands now."""
        return sign_head(self.place.ledger(tenant), self.head_key, tenant, agency, self.place.now())

    def truth(self, tenant: str) -> DynamoTruth:
        return DynamoTruth(self.place.connection, tenant)

    def projections(self, tenant: str) -> Projections:
        """Counters, consumers' marks and given notices."""
        return Projections(self.place.connection, tenant)

    @cached_property
    def deeds(self) -> DynamoDeeds:
        """Who did what, for the first steps and the exercises."""
        return DynamoDeeds(self.place.connection, projections.table())

    def word_index(self, tenant: str) -> DynamoWordIndex:
        return DynamoWordIndex(self.place.connection, tenant, projections.table())

    def open_work(self, tenant: str) -> DynamoOpenWork:
        return DynamoOpenWork(tenant)

    def history_days(self, tenant: str) -> DynamoHistoryDays:
        ports = self.place.ports(tenant)
        return DynamoHistoryDays(self.place.connection, tenant, list(ports.catalogues.units()), ports.zone)

    def reopen(self, tenant: str, process: str, unit: str, day: str) -> bool:
        """Reopen when due, in one tenant."""
        return reopen_when_due(self.place.ports(tenant), process, unit, day)

    @cached_property
    def _letters(self) -> Any:
        return self.place.client("sesv2")

    def mailing(self, tenant: str) -> Mailing:
        """What carrying one tenant's e-mails needs."""
        return Mailing(
            DynamoOutbox(self.place.connection, tenant),
            SesCarrier(lambda: self._letters, is_training(tenant)),
            self.place.contents(tenant),
            self.place.now,
            DynamoLinkBox(tenant),
            self.place.public_address(tenant),
            partial(answer_request, self.place.ports(tenant)),
        )

    def job_kinds(self, tenant: str) -> Kinds:
        """What each kind of job does, for one tenant."""
        return job_kinds(CopyWorkshop(self.place.copies(tenant)), self.typeset, PdfConcealer())

    def typeset(self, model: RenderModel) -> bytes:
        """PDF/A by the heavy layer, which only the rendering functions have."""
        from chalicelib.adapters.rendering.typst_pdf import render_pdf

        return render_pdf(model)

    def certificates(self, tenant: str) -> CertificateSigner:
        """Signing by a key elsewhere, by the layer that only the signing function has."""
        from chalicelib.adapters.certificates.desk import CertificateDesk, roots
        from chalicelib.adapters.certificates.govbr_desk import GovbrDesk

        ports = self.place.ports(tenant)
        card = ports.catalogues.tenant()
        trusted = roots(card.get("certificate_authorities", ()))
        clock = str(card.get("timestamp_authority") or "")
        govbr = offered(ports)
        asked = self.place.client_secrets(tenant)
        desk = GovbrDesk(ports.contents, govbr, lambda: asked.read("govbr"), ports.now) if govbr else None
        return CertificateDesk(ports.contents, self.typeset, trusted, clock, ports.now, desk)

    def look(self, tenant: str, upload: Upload) -> Verdict | None:
        """Bring the upload from quarantine, examine it by the heavy layer and have it scanned."""
        from chalicelib.adapters.inspection.isolated import inspect

        with TemporaryDirectory() as folder:
            path = Path(folder) / "upload"
            self.place.contents(tenant).fetch(upload, path)
            declared = Declaration(upload.file_name, upload.media_type, upload.size, upload.sha256)
            # Reading is what a large file costs: a second more for each 32 MB.
            limits = Limits(size=self.place.settings.upload_limit, seconds=25 + (upload.size >> 25))
            verdict = inspect(path, declared, limits)
            return judge(verdict, lambda: self.scan(tenant, upload, path))

    @cached_property
    def file_reader(self) -> FileReader:
        """Who reads admitted files, by the layer that only the function that extracts text has."""
        from chalicelib.adapters.extraction.desk import ConfinedReader

        return ConfinedReader(self.place.s3, self.place.settings.content_bucket)

    def awaited_texts(self, tenant: str) -> Iterable[str]:
        """SHA-256 of each file of the tenant whose text is not there yet."""
        return awaited_texts(tenant)

    def scratch(self, tenant: str) -> Scratch:
        """Where the steps of an extraction leave pages for the next one."""
        from chalicelib.adapters.extraction.desk import S3Scratch

        return S3Scratch(self.place.s3, self.place.settings.copies_bucket, tenant)

    def scan(self, tenant: str, upload: Upload, path: Path) -> Scan:
        """The word of the installation's antivirus on a file in quarantine, also at ``path``."""
        settings = self.place.settings
        if settings.antivirus == GUARDDUTY:
            from chalicelib.adapters.antivirus.guardduty import GuardDutyTag

            key = quarantine_key(tenant, upload.process, upload.id)
            return GuardDutyTag(self.place.s3, settings.quarantine_bucket).scan(key)
        if settings.antivirus == NO_ANTIVIRUS:
            return Scan(ScanOutcome.OFF)
        from chalicelib.adapters.antivirus.clamd import Clamd

        host, _, port = settings.antivirus.removeprefix(CLAMD).rpartition(":")
        return Clamd(host, int(port)).scan(path)

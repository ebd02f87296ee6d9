"""Chooses the adapters of a request; ``background`` adds those of what goes on without one. Nobody else does.

Rare and heavy adapters are imported where they are first needed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import botocore.session
from botocore.config import Config

from chalicelib.adapters.client_secrets import ClientSecrets
from chalicelib.adapters.copies.storage import CopyStorage
from chalicelib.adapters.dynamodb import addresses, items, projections
from chalicelib.adapters.dynamodb.audit import DynamoTrail
from chalicelib.adapters.dynamodb.catalogues import DynamoCatalogues
from chalicelib.adapters.dynamodb.connection import SharedConnection
from chalicelib.adapters.dynamodb.identity import DynamoIdentity
from chalicelib.adapters.dynamodb.jobs import DynamoShelf
from chalicelib.adapters.dynamodb.ledger import DynamoLedger
from chalicelib.adapters.dynamodb.marks import DynamoMarks
from chalicelib.adapters.dynamodb.numbers import next_document_number
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.adapters.dynamodb.recognitions import DynamoRecognitions
from chalicelib.adapters.dynamodb.register import DynamoRegister
from chalicelib.adapters.dynamodb.seals import publish_key
from chalicelib.adapters.dynamodb.unit_of_work import UnitOfWork
from chalicelib.adapters.flow_desk import FlowDesk
from chalicelib.adapters.kms import KmsDerivation, KmsKey, KmsSealer
from chalicelib.adapters.lambda_certificates import LambdaCertificates
from chalicelib.adapters.lambda_renderer import LambdaRenderer
from chalicelib.adapters.ledger_files import LedgerFiles
from chalicelib.adapters.randomness import identifier
from chalicelib.adapters.s3 import UNTIL_TOMORROW, Lock, S3Contents
from chalicelib.adapters.s3_parts import S3Parts
from chalicelib.adapters.spreadsheets.files import SpreadsheetFiles
from chalicelib.adapters.stepfunctions.engine import StepFunctionsEngine
from chalicelib.adapters.stepfunctions.uploads import UploadsMachine
from chalicelib.application.ports import Passwords, Ports
from chalicelib.application.service_accounts.admit import ProvedKeys
from chalicelib.application.session.oidc_ports import OidcClient
from chalicelib.domain.site_address import ANY_HOST, AddressBook
from chalicelib.domain.training import is_training
from chalicelib.settings import Settings, read_settings

CLIENTS = {
    "s3": Config(retries={"mode": "standard", "total_max_attempts": 3}, signature_version="s3v4"),
    # An e-mail handed over twice is sent twice.
    "sesv2": Config(retries={"mode": "standard", "total_max_attempts": 1}),
}
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
        items.bind(names.main_table, names.history_table, names.sessions_table, names.ledger_table)
        projections.bind(names.projections_table)
        self.connection = SharedConnection(self.session)
        self.connection.serve_models()
        self.identity = DynamoIdentity(self.connection)
        self.proved_keys = ProvedKeys()

    @cached_property
    def session(self) -> Any:
        """One botocore session: its loader and credentials are the expensive part of a client."""
        made = botocore.session.get_session()
        # Without a name of ours, botocore puts one together anew for each call: a tenth of what a call costs.
        made.set_default_client_config(Config(user_agent="iperoig"))
        return made

    def client(self, service: str) -> Any:
        """A client of an AWS service; the endpoint comes from the environment, as everywhere."""
        return self.session.create_client(service, config=CLIENTS.get(service))

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

    @cached_property
    def seal_key(self) -> KmsKey:
        """The key that seals signatures; its client is made at the first signature."""
        return KmsKey(lambda: self.keys, self.settings.seal_key)

    @cached_property
    def keys(self) -> Any:
        return self.client("kms")

    @cached_property
    def states(self) -> Any:
        """The Step Functions client, made only when a job is asked for or conducted."""
        return self.client("stepfunctions")

    def contents(self, tenant: str) -> S3Contents:
        """The content store of one tenant."""
        names = self.settings
        # Nobody needs to prove later what was signed in training.
        lock = UNTIL_TOMORROW if is_training(tenant) else Lock(names.lock_mode, names.lock_days)
        return S3Contents(self.s3, tenant, names.content_bucket, names.quarantine_bucket, lock)

    def copies(self, tenant: str) -> CopyStorage:
        """Where the tenant's copies lie for a week."""
        names = self.settings
        return CopyStorage(lambda: self.s3, tenant, names.content_bucket, names.copies_bucket)

    def ledger(self, tenant: str) -> DynamoLedger:
        """The tenant's public ledger."""
        names = self.settings
        files = LedgerFiles(lambda: self.s3, names.ledger_bucket, tenant)
        return DynamoLedger(self.connection, names.ledger_table, tenant, files)

    def client_secrets(self, tenant: str) -> ClientSecrets:
        """What the tenant shows others, to be believed as their client; read when it is needed."""
        return ClientSecrets(lambda: self.client("secretsmanager"), self.settings.client_secrets, tenant)

    def oidc(self, tenant: str) -> OidcClient:
        """The client of whoever vouches for the tenant's people."""
        from chalicelib.adapters.oidc import HttpOidc

        secrets = self.client_secrets(tenant)
        return HttpOidc(lambda provider: secrets.read(f"login-{provider}"))

    def address_book(self) -> AddressBook:
        """Whose each address of the installation is, at most a minute old."""
        return addresses.address_book(self.settings.tenant)

    def public_address(self, tenant: str) -> str:
        """How the links begin that a tenant sends and prints: at the first of its own addresses, if it has any."""
        scheme, _, own = self.settings.public_address.partition("://")
        first = self.address_book().first_of(tenant)
        if first is None:
            return self.settings.public_address
        _, colon, port = own.rstrip("/").partition(":")
        return f"{scheme}://{own.rstrip('/') if first.host == ANY_HOST else first.host + colon + port}{first.path}"

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
            parts=S3Parts(self.s3, tenant, self.settings.quarantine_bucket),
            passwords=self.passwords,
            identity=self.identity,
            renderer=LambdaRenderer(lambda: self.functions, self.settings.render_function, tenant),
            certificates=LambdaCertificates(lambda: self.functions, self.settings.signing_function, tenant),
            sealer=KmsSealer(self.seal_key, lambda kid, spki: publish_key(tenant, kid, spki, self.now())),
            draft_secret=KmsDerivation(lambda: self.keys, self.settings.draft_key),
            jobs=DynamoShelf(self.connection, tenant),
            register=DynamoRegister(self.connection, tenant),
            copies=self.copies(tenant),
            flow_press=FlowDesk(lambda: self.functions, self.settings.publish_function, tenant),
            engine=StepFunctionsEngine(lambda: self.states, self.settings.jobs_machine, tenant),
            ledger=self.ledger(tenant),
            spreadsheets=SpreadsheetFiles(),
            trail=DynamoTrail(self.connection, self.settings.audit_table, tenant, self.settings.audit_days),
            recognitions=DynamoRecognitions(tenant),
            extractions=UploadsMachine(lambda: self.states, self.settings.uploads_machine, tenant),
            now=self.now,
            identifier=identifier,
            next_document_number=lambda: next_document_number(tenant),
            public_address=self.public_address(tenant),
            mail_sender=self.settings.mail_sender,
        )


_installed: Installation | None = None


def installation() -> Installation:
    """This container's installation, made at the first request."""
    global _installed
    if _installed is None:
        _installed = Installation(read_settings())
    return _installed

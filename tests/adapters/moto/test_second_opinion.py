"""A second opinion on the DynamoDB and S3 adapters: another emulator, in this very process (architecture §10, §11).

moto is not atomic under threads and ignores upload policies, so nothing about races, locks or links is proven here:
one thread starts, writes, signs, sends and receives, and what was kept is read back (PRO-02, DOC-01, DOC-10, TRA-01,
TRA-02).
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime

import boto3
import pytest
from moto import mock_aws

from chalicelib.adapters.dynamodb import catalogues, seals
from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.documents.read import read_document
from chalicelib.application.documents.sign import sign_document
from chalicelib.application.documents.signing_by_password import SignForm
from chalicelib.application.inbox.read import read_inbox
from chalicelib.application.ports import InboxFilter, Ports
from chalicelib.application.processes.registration import RegistrationForm
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.application.transaction import Operation
from chalicelib.composition import Installation
from chalicelib.domain.errors import OperationMismatch
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.settings import read_settings
from infra import stacks
from infra.local.catalogue_reader import read_city
from infra.local.seed import seed
from infra.local.stack import CITY

REGION = "sa-east-1"
CLERK = Actor(
    "ubatuba",
    Person("ana.lima", "Ana"),
    UnitName("semad-prot", "SEMAD/PROT"),
    "pmu",
    frozenset({"protocol"}),
    True,
)
ARCHITECT = Actor(
    "ubatuba",
    Person("juliana.rocha", "Juliana"),
    UnitName("semurb-alv", "SEMURB/ALV"),
    "pmu",
    frozenset({"basic"}),
)


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ports]:
    """The real composition over moto, with the tables of infra/data.yaml and the demonstration city."""
    names = {"MAIN": "main", "HISTORY": "history", "SESSIONS": "sessions", "PROJECTIONS": "projections"}
    environment = {f"IPEROIG_{key}_TABLE": f"moto-{name}" for key, name in names.items()}
    environment |= {
        "IPEROIG_WAITS_TABLE": "moto-waits",
        "IPEROIG_CONTENT_BUCKET": "moto-content",
        "IPEROIG_QUARANTINE_BUCKET": "moto-quarantine",
        "IPEROIG_COPIES_BUCKET": "moto-copies",
        "IPEROIG_LEDGER_TABLE": "moto-ledger",
        "IPEROIG_AUDIT_TABLE": "moto-audit",
        "IPEROIG_LEDGER_BUCKET": "moto-ledger",
        "IPEROIG_ARGON2_MEMORY": "64",
        "IPEROIG_ARGON2_ROUNDS": "1",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with mock_aws():
        create_tables()
        boto3.client("s3").create_bucket(
            Bucket="moto-content",
            CreateBucketConfiguration={"LocationConstraint": REGION},
            ObjectLockEnabledForBucket=True,
        )
        key = boto3.client("kms").create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
        monkeypatch.setenv("IPEROIG_SEAL_KEY", key["KeyMetadata"]["Arn"])
        seals._published.clear()
        catalogues.forget()
        place = Installation(read_settings())
        seed(place, read_city(CITY), "senha-de-prova-1")
        yield place.ports("ubatuba")
    seals._published.clear()
    catalogues.forget()


def create_tables() -> None:
    """The tables as the template declares them: keys and indexes only."""
    client = boto3.client("dynamodb")
    resources = stacks.read_template(stacks.INFRA / "data.yaml")["Resources"]
    for name in ("Main", "History", "Sessions", "Projections"):
        declared = resources[f"{name}Table"]["Properties"]
        wanted = ("KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes")
        client.create_table(
            TableName=f"moto-{name.lower()}",
            BillingMode="PAY_PER_REQUEST",
            **{key: declared[key] for key in wanted if key in declared},
        )


def operation(actor: Actor, key: str) -> Operation:
    return Operation(actor.user.id, f"moto-{key}", hashlib.sha256(key.encode()).hexdigest())


def test_letter_is_started_written_signed_sent_and_received(ports: Ports):
    kind = next(iter(ports.catalogues.process_types().values()))
    form = StartForm(RegistrationForm(kind.code, "Poda", kind.suggested_subjects, (), "public"))
    started = start_process(ports, CLERK, operation(CLERK, "start"), form)
    assert start_process(ports, CLERK, operation(CLERK, "start"), form) == started
    process = started["id"]
    drafted = create_draft(
        ports, CLERK, operation(CLERK, "draft"), process, DraftForm("oficio", MetadataForm())
    )
    read = read_document(ports, CLERK, process, drafted["id"])
    assert read.content
    assert read.document.text
    signing = SignForm("senha-de-prova-1", "Agente de Protocolo", read.document.text.digest)
    sign_document(ports, CLERK, operation(CLERK, "sign"), process, drafted["id"], signing)
    send_process(ports, CLERK, operation(CLERK, "send"), process, SendForm((ARCHITECT.unit.id,)))
    (row,) = read_inbox(ports, ARCHITECT, InboxFilter("received"), None).page.items
    assert (row.nup, row.unread) == (started["nup"], True)
    receive_process(ports, ARCHITECT, operation(ARCHITECT, "receive"), process)
    (row,) = read_inbox(ports, ARCHITECT, InboxFilter("received"), None).page.items
    assert not row.unread
    kinds = [entry.fact.kind() for entry in ports.reader.whole_history(process)]
    assert kinds == [
        "process_started", "document_generated", "document_signed", "process_sent",
        "process_concluded_automatically", "process_received",
    ]  # fmt: skip
    assert json.loads(ports.contents.get(read.document.text.key))["type"] == "doc"
    assert ports.reader.whole_history(process)[0].at <= datetime.now(UTC)


def test_key_of_one_operation_does_not_serve_another(ports: Ports):
    kind = next(iter(ports.catalogues.process_types().values()))
    form = StartForm(RegistrationForm(kind.code, "Poda", kind.suggested_subjects, (), "public"))
    start_process(ports, CLERK, operation(CLERK, "start"), form)
    other = Operation(CLERK.user.id, "moto-start", "0" * 64)
    with pytest.raises(OperationMismatch):
        start_process(ports, CLERK, other, form)

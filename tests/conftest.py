"""One embedded AWS for the whole test run, shared by every suite that needs the real services.

``aws_endpoint`` starts it (once per pytest process); ``data_stack`` deploys ``infra/data.yaml`` on it, so
that adapters are proven against the tables and buckets that production has. Tests share the tables: give
each test its own tenant or its own ids.

What is drawn at random is drawn the same in each ``make test``: the same commit has the same answer. The long suite
draws anew each time.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import boto3
import pytest
from hypothesis import settings

from infra import stacks
from infra.local import omissions
from infra.local.emulator import Endpoint, start_emulator

# No example has a limit of time: how long one takes says more about what else runs on the machine.
settings.register_profile("drawn", derandomize=os.environ.get("IPEROIG_LONG") != "1", deadline=None)
settings.load_profile("drawn")


@dataclass(frozen=True, slots=True)
class DataStack:
    """Names of what ``infra/data.yaml`` made, by output name (``MainTable``, ``ContentBucket`` …)."""

    stage: str
    endpoint: Endpoint
    outputs: dict[str, str]

    def client(self, service: str) -> Any:
        return boto3.client(service, endpoint_url=self.endpoint.url, **self.endpoint.credentials)


def create_data_stack(endpoint: Endpoint, stage: str) -> DataStack:
    """Deploy ``infra/data.yaml`` as ``iperoig-<stage>-data`` and return what it made."""
    client = boto3.client("cloudformation", endpoint_url=endpoint.url, **endpoint.credentials)
    template = stacks.read_template(stacks.INFRA / "data.yaml")
    name = f"iperoig-{stage}-data"
    made = stacks.put(
        client,
        name,
        template,
        {"Stage": stage, "SiteOrigin": "http://localhost:8420", "DeletionProtection": "false",
         "SecureTransportOnly": "false", "MailDomain": "ubatuba.example"},
    )  # fmt: skip
    omissions.apply(endpoint, template, name)
    return DataStack(stage, endpoint, made)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "aws: needs the embedded AWS (set by itself, from the fixtures used)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"aws_endpoint", "data_stack"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.aws)


@pytest.fixture(scope="session")
def aws_endpoint() -> Iterator[Endpoint]:
    with start_emulator() as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def data_stack(aws_endpoint: Endpoint) -> DataStack:
    return create_data_stack(aws_endpoint, "tests")

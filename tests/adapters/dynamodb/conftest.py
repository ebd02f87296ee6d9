"""The adapters bound to the embedded data stack; every test has a tenant of its own."""

import os
import uuid

import pytest
from pynamodb.connection import Connection

from chalicelib.adapters.dynamodb import items, projections


@pytest.fixture(scope="session")
def connection(data_stack) -> Connection:
    names = data_stack.endpoint.credentials
    os.environ |= {
        "AWS_ENDPOINT_URL": data_stack.endpoint.url,
        "AWS_DEFAULT_REGION": names["region_name"],
        "AWS_REGION": names["region_name"],
        "AWS_ACCESS_KEY_ID": names["aws_access_key_id"],
        "AWS_SECRET_ACCESS_KEY": names["aws_secret_access_key"],
    }
    tables = [data_stack.outputs[name] for name in ("MainTable", "HistoryTable", "SessionsTable")]
    items.bind(*tables)
    projections.bind(data_stack.outputs["ProjectionsTable"])
    return Connection()


@pytest.fixture
def tenant() -> str:
    return f"t{uuid.uuid4().hex[:12]}"

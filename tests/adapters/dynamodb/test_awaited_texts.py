"""Extractions that are not over are found by their index, and no longer when they are (DOC-08)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from pynamodb.connection import Connection

from chalicelib.adapters.dynamodb.awaited_texts import awaited_texts
from chalicelib.adapters.dynamodb.unit_of_work import UnitOfWork
from chalicelib.application.transaction import Operation
from chalicelib.domain.extraction import Extraction, begin, fail

ZONE = ZoneInfo("America/Sao_Paulo")
AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def written(connection: Connection, tenant: str, before: Extraction | None, after: Extraction, key: str) -> None:
    work = UnitOfWork(connection, tenant, Operation("extraction", key, "d"), AT, ZONE)
    work.put_extraction(before, after)
    work.commit({})


def test_texts_are_awaited_from_their_beginning_to_their_end_the_oldest_first(connection: Connection, tenant: str):
    old, new = (
        begin(name * 64, f"sha256/{name * 64}", "application/pdf", 10, at)
        for name, at in (("a", AT), ("b", AT - timedelta(hours=1)))
    )
    written(connection, tenant, None, old, "um")
    written(connection, tenant, None, new, "dois")
    written(connection, tenant, None, begin("c" * 64, "k", "application/zip", 10, AT), "sem-texto")
    assert list(awaited_texts(tenant)) == ["b" * 64, "a" * 64]
    assert list(awaited_texts(f"{tenant}x")) == []

    written(connection, tenant, new, fail(new, "interrupted"), "tres")
    assert list(awaited_texts(tenant)) == ["a" * 64]
    written(connection, tenant, old, replace(old, attempt=2), "quatro")
    assert list(awaited_texts(tenant)) == ["a" * 64]

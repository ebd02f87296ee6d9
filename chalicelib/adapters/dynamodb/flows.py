"""Published flows and runs of flows as items."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from chalicelib.domain.flow import Flow
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.organisation import Person
from chalicelib.domain.published_flow import PublishedFlow

from . import keys
from .codec import decode, encode
from .items import HistoryItem, MainItem

NEW = MainItem.pk.does_not_exist()
WITH_THE_CITY = Person("sistema", "Sistema")
Writes = Sequence[tuple[MainItem | HistoryItem, Any]]


def published_items(tenant: str, before: PublishedFlow | None, after: PublishedFlow) -> Writes:
    """The newest version on its card, and every version for good. A withdrawal changes the card alone."""
    flow, body = after.flow, encode(after)
    card = MainItem(*keys.flow(tenant, flow.code), n=_order(after), body=body)
    still = MainItem.n == _order(before) if before else NEW
    if after.withdrawn:
        return [(card, still)]
    kept = MainItem(*keys.flow_version(tenant, flow.code, flow.version), n=flow.version, body=body)
    return [(card, still), (kept, NEW)]


def _order(published: PublishedFlow) -> int:
    """Tells a withdrawn card from the one before it."""
    return -published.flow.version if published.withdrawn else published.flow.version


def run_items(tenant: str, before: FlowRun | None, after: FlowRun) -> Writes:
    """The run, found by the reconciler while it is under way; the one it follows is put aside."""
    item = MainItem(*keys.flow_run(tenant, after.process), n=after.revision, body=encode(after))
    if after.live:
        item.gsi2pk = keys.flows_open(tenant)
        item.gsi2sk = keys.part(keys.moment(after.started_at), after.process, after.id)
    if before is None:
        return [(item, NEW)]
    writes: list[tuple[MainItem | HistoryItem, Any]] = [(item, MainItem.n == before.revision)]
    if before.id != after.id:
        past = keys.flow_run_past(tenant, before.process, before.id)
        writes.append((MainItem(*past, n=before.revision, body=encode(before)), NEW))
    return writes


def newest(tenant: str) -> Sequence[PublishedFlow]:
    """Every flow in its newest version."""
    return _read(tenant, keys.FLOW_CARDS)


def versions(tenant: str) -> Sequence[PublishedFlow]:
    """Every version of every flow."""
    return _read(tenant, keys.FLOW_VERSIONS)


def load_flow(tenant: str, flow: Flow, text: str, at: datetime) -> None:
    """Publish what comes with a city; a text that is published already changes nothing."""
    before = next((one for one in newest(tenant) if one.flow.code == flow.code), None)
    if before and before.text == text:
        return
    version = before.flow.version + 1 if before else 1
    after = PublishedFlow(replace(flow, version=version), text, WITH_THE_CITY, at)
    # The card last: what it names is there.
    for item, _ in reversed(published_items(tenant, before, after)):
        item.save()


def _read(tenant: str, prefix: str) -> Sequence[PublishedFlow]:
    found = MainItem.query(keys.flows(tenant), MainItem.sk.startswith(prefix), consistent_read=True)
    return [decode(PublishedFlow, item.body or "") for item in found]

"""Blocks as the API shows them."""

from typing import Any

from chalicelib.application.blocks.read import BlockLine, BlockView
from chalicelib.application.blocks.row import BlockRow, block_row
from chalicelib.application.blocks.signing_queue import ToSign
from chalicelib.domain.block import Destination, ItemNote
from chalicelib.domain.identity import Actor

from . import presenting
from .document_view import permissions


def row(item: BlockRow) -> dict[str, Any]:
    """One line of a list."""
    return {
        "id": item.id,
        "number": item.number,
        "kind": item.kind,
        "unit": presenting.unit_name(item.unit),
        "description": item.description,
        "state": item.state,
        "items": item.items,
        "processes": item.processes,
        "destinations": list(item.destinations),
        "returned": list(item.returned),
        "flags": [
            {
                "flag": name,
                "by": presenting.person(mark.by),
                "unit": presenting.unit_name(mark.unit),
                "at": presenting.instant(mark.at),
                "text": mark.text,
            }
            for name, mark in item.flags.items()
        ],
        "assignee": presenting.person(item.assignee),
        "group": item.group,
        "created_by": presenting.person(item.created_by),
        "created_at": presenting.instant(item.created_at),
        "changed_at": presenting.instant(item.changed_at),
    }


def page(view: BlockView, actor: Actor) -> dict[str, Any]:
    """The block and a page of its items."""
    own = actor.unit.id == view.block.unit.id
    return {
        "block": row(block_row(view.block, actor.unit.id)),
        "units": [_destination(there) for there in view.block.destinations] if own else [],
        "items": [line(each) for each in view.lines],
        "next_item": view.next_item,
        "actions": permissions(view.actions),
    }


def line(shown: BlockLine) -> dict[str, Any]:
    """One item, as it is now."""
    item, document = shown.item, shown.document
    present = shown.process is not None and (document is not None or not item.document)
    view: dict[str, Any] = {
        "id": item.id,
        "process": item.process,
        "nup": shown.process.nup if shown.process else item.nup,
        "document": item.document or None,
        "label": document.label if document else item.label,
        "present": present,
        "readable": shown.readable,
        "signers": [],
        "included_by": presenting.person(item.included_by),
        "included_at": presenting.instant(item.included_at),
        "note": _note(item.note),
    }
    if document:
        view["state"] = document.state.value
        view["digest"] = document.text.digest if document.text else None
        view["signers"] = [
            {"name": made.signer.name, "unit": presenting.unit_name(made.unit)}
            for made in document.signatures
        ]
    if shown.signable is not None:
        view["signable"] = {"allowed": shown.signable.allowed, "reason": shown.signable.reason}
    return view


def waiting(item: ToSign) -> dict[str, Any]:
    """A document of the signing queue."""
    return {
        "unit": presenting.unit_name(item.seat.unit),
        "block": row(block_row(item.block, item.seat.unit.id)),
        "item": line(item.line),
    }


def _destination(there: Destination) -> dict[str, Any]:
    return {
        "unit": presenting.unit_name(there.unit),
        "returned_at": presenting.instant(there.returned_at),
        "returned_by": presenting.person(there.returned_by),
        "reason": there.reason,
    }


def _note(note: ItemNote | None) -> dict[str, Any] | None:
    if note is None:
        return None
    return {
        "text": note.text,
        "by": presenting.person(note.by),
        "unit": presenting.unit_name(note.unit),
        "at": presenting.instant(note.at),
    }

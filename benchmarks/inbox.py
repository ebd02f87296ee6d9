"""The inbox and the control panel as the unit grows (PRO-01, TRA-13): ``python -m benchmarks.inbox``.

Every row carries a note, two labels, a deadline and a checkpoint. Prints a table; the figures that are kept are in
``docs/decisions/desk.md``.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.measuring import table
from benchmarks.sizes import HEADS, in_turn
from chalicelib.adapters.dynamodb import keys, records
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.dynamodb.row_attributes import listed
from chalicelib.adapters.randomness import identifier
from chalicelib.application.inbox.row import InboxRow, inbox_row
from chalicelib.application.references import ProcessKey
from chalicelib.domain.desk import AttachedLabel, CheckpointMark, Desk, Note, UnitDeadline
from chalicelib.domain.organisation import Person
from infra.local.emulator import start_emulator
from tests.conftest import create_data_stack
from tests.world.arranging import a_label, checkpoints
from tests.world.builders import started
from tests.world.installed import install
from tests.world.world import Ask, World

UNIT = "semad-prot"
SIZES = (10, 1_000, 50_000)
#: One row in so many has the rare label.
RARE = 5_000


def desk_of(position: int, labels: tuple[str, str, str], phase: str, row: InboxRow) -> Desk:
    """What a unit that organises everything keeps."""
    by, at = Person("ana.lima", "Ana Carolina Lima"), row.arrived_at
    common, other, rare = labels
    worn = (common, rare) if position % RARE == 0 else (common, other)
    return Desk(
        Note("Ligar para o requerente antes da vistoria.", position % 10 == 0, by, at),
        tuple(AttachedLabel(label, "Levar trena", by, at) for label in worn),
        UnitDeadline(date(2027, 1, 1) + timedelta(days=position % 60), by, at),
        CheckpointMark(phase, by, at),
    )


def rows(world: World, model: InboxRow, places: range) -> Iterator[MainItem]:
    labels = tuple(a_label(world, world.ana, name) for name in ("Comum", "Outro", "Raro"))
    phase = checkpoints(world, UNIT)[0]
    for position in places:
        process, at = identifier(), model.last_activity_at - timedelta(minutes=position)
        made = replace(model, process=process, last_activity_at=at, arrived_at=at)
        made = replace(made, desk=desk_of(position, (labels[0], labels[1], labels[2]), phase, made))
        worn = [each.label for each in made.desk.labels]
        yield MainItem(
            *keys.presence(world.tenant, process, UNIT),
            body=records.encode(made),
            unread=made.unread,
            type=made.type.code,
            labels=listed(worn),
            due=made.desk.deadline.due.isoformat() if made.desk.deadline else None,
            checkpoint=phase,
            gsi1pk=keys.open_in_unit(world.tenant, UNIT),
            gsi1sk=keys.inbox_order(made.tab, at),
        )


def grown(world: World, rounds: int) -> list[list[object]]:
    """What each reading costs at each size."""
    (process,) = world.installed.place.ports(world.tenant).reader.get(ProcessKey(started(world)))
    model, found, there = inbox_row(process, UNIT), list[list[object]](), 1
    asked = {
        "inbox": "/inbox?tab=all",
        "inbox, a common label": f"/inbox?tab=all&label={a_label(world, world.ana, 'Comum')}",
        "inbox, a label on one in five thousand": f"/inbox?tab=all&label={a_label(world, world.ana, 'Raro')}",
        "control panel": "/panel",
    }
    for size in SIZES:
        with MainItem.batch_write() as batch:
            for item in rows(world, model, range(there, size)):
                batch.save(item)
        there = size
        for name, path in asked.items():
            ask = Ask(world.ana, "GET", path)
            (row,) = in_turn(world, world.send, {f"{name}, {size} processes": ask}, rounds)
            found.append(row[:-1])
            print(found[-1], flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the inbox as the unit grows.")
    parser.add_argument("--rounds", type=int, default=20)
    arguments = parser.parse_args()
    with start_emulator() as endpoint:
        world = World(install(create_data_stack(endpoint, "inbox")), "ubatuba")
        print(table(HEADS[:-1], grown(world, arguments.rounds)))


if __name__ == "__main__":
    main()

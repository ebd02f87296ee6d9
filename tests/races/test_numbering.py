"""Process numbers are gapless and unique whatever dies (R4, PRO-05): 32 threads start processes in one unit while
their containers are killed at random calls. 400 processes; 2,000 with IPEROIG_LONG=1."""

import os
import random
import uuid
from concurrent.futures import ThreadPoolExecutor

from tests.world.builders import process_form
from tests.world.wire import AwsCall, Killed, Tap, tapped
from tests.world.world import Ask, Person, World

THREADS = 32
PROCESSES = 2_000 if os.environ.get("IPEROIG_LONG") == "1" else 400
DEATHS = 0.3


def persistently(world: World, who: Person, seed: int) -> tuple[str, int]:
    """Ask with one key until it is answered, dying on the way now and then; -> (number, deaths)."""
    dice, key, deaths = random.Random(seed), uuid.uuid4().hex, 0
    ask = Ask(who, "POST", "/processes", process_form())
    for _ in range(50):
        doomed = dice.randrange(6) if dice.random() < DEATHS else -1
        after = dice.random() < 0.5

        def die(call: AwsCall, when: int = doomed) -> None:
            if call.index == when:
                raise Killed

        try:
            with tapped(Tap(before=None if after else die, after=die if after else None)):
                reply = world.send(ask, key)
        except Killed:
            deaths += 1
            continue
        if reply.status == 201:
            return str(reply.json["nup"]), deaths
        assert reply.status in (409, 503), reply.text
    raise AssertionError("never answered")


def test_numbers_have_no_gap_and_no_double_under_random_deaths(own_world: World) -> None:
    who = own_world.ana
    with ThreadPoolExecutor(THREADS) as pool:
        done = list(pool.map(lambda seed: persistently(own_world, who, seed), range(PROCESSES)))
    assert sum(deaths for _, deaths in done) > PROCESSES // 10, "hardly anybody died: this proves nothing"
    sequences = sorted(int(number.split(".")[1].split("/")[0]) for number, _ in done)
    assert sequences == list(range(1, PROCESSES + 1))
    rows = own_world.store.everything("main", f"T#{own_world.tenant}#NUP#")
    assert len(rows) == PROCESSES
    for row in own_world.store.everything("main", f"T#{own_world.tenant}#P#"):
        if row["sk"] == "A":
            own_world.check(row["pk"].rpartition("#")[2])

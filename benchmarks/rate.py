"""How much enters in a second: processes with a letter written in them and a file received from outside."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from benchmarks.deployed import CLIENTS
from benchmarks.measuring import Send, descendants, ticks
from tests.adapters.inspection.files import pdf
from tests.world.builders import drafting, filing, inspecting, process_form, quarantined
from tests.world.world import Ask, Person, World

#: How often a client asks whether its file was looked at.
ASKED_EVERY = 0.1
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Rate:
    """``a_second`` of process + letter + uploaded file, and the processor milliseconds each took: of the embedded AWS
    itself, of the deployed functions (background ones included), of the clients.
    """

    a_second: float
    embedded: float
    functions: float
    clients: float


def throughput(world: World, send: Send, seconds: float, deployed: bool, emulator: int) -> Rate:
    """With ``CLIENTS`` clients. ``deployed``: the file is looked at by the deployed function, and the client asks
    until it was; else in this process. ``emulator`` is the process of the embedded AWS, whose children the functions
    are.
    """
    before, own = spent(emulator), time.process_time()
    began, file = time.monotonic(), pdf()

    def work(number: int) -> int:
        done, who = 0, world.session("ana.lima", "semad-prot")
        while time.monotonic() < began + seconds:
            process = send(Ask(who, "POST", "/processes", process_form())).json["id"]
            assert send(drafting(who, process)).status == 201
            place = quarantined(world, process, who, file)
            if deployed:
                wait_for_inspection(send, who, place)
            else:
                world.done(inspecting(world, place))
            reply = send(filing(world, place, who))
            assert reply.status == 201, reply.text
            done += 1
        return done

    with ThreadPoolExecutor(CLIENTS) as pool:
        done = sum(pool.map(work, range(CLIENTS)))
    a_second = done / (time.monotonic() - began)
    embedded, functions = (
        (now - then) * 10 / done for now, then in zip(spent(emulator), before, strict=True)
    )
    return Rate(a_second, embedded, functions, (time.process_time() - own) * 1000 / done)


def spent(emulator: int) -> tuple[int, int]:
    """Hundredths of a second of processor so far: of the emulator, of the processes it started."""
    below = 0
    for process in descendants(emulator):
        try:
            below += ticks(process)
        except OSError:
            continue
    return ticks(emulator), below


def wait_for_inspection(send: Send, who: Person, place: tuple[str, str]) -> None:
    """Ask about the upload until it was looked at, as the screen does. Raises TimeoutError."""
    until = time.monotonic() + PATIENCE
    ask = Ask(who, "GET", f"/processes/{place[0]}/uploads/{place[1]}")
    while time.monotonic() < until:
        found = send(ask).json
        if found["state"] == "accepted":
            return
        assert not found["reason"], found
        time.sleep(ASKED_EVERY)
    raise TimeoutError(f"upload {place} was not looked at")

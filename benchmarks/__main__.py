"""Measure the product and write ``benchmarks/RESULTS.md``.

    python -m benchmarks [--rounds 30] [--in-process]

Everything runs on this machine: the API as deployed on the embedded AWS (``infra.local.stack``) and, for calls,
capacity and processor time, the same code in this process against the same tables.
"""

import argparse
import logging
import os
import platform
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks import browsing, sizes, starting
from benchmarks.deployed import CLIENTS, Remote, bound
from benchmarks.measuring import Figures, Send, measure, settle, table
from benchmarks.rate import Rate, throughput
from chalicelib.adapters.argon2 import Argon2Passwords
from chalicelib.settings import read_settings
from infra.local.stack import Stack, start_stack
from tests.world.installed import PASSWORD
from tests.world.scenarios import SCENARIOS
from tests.world.world import World

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
RATE_SECONDS = 15
WARMING = 20
CONSUMERS_BEGIN = 6
#: Ends the session that other acts need, or begins with a secret that the deployed sender mails before this process.
LEFT_OUT = {"log_out", "use_password_link", "read_password_link"}


def processor() -> str:
    """The name this machine gives its processor."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores of {processor()}, {memory:.0f} GiB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; load average when it began: {load:.1f}; {date.today().isoformat()}"
    )


def written(
    figures: list[Figures], grown: list[str], rate: Rate, hashing: float, where: str, began: str
) -> str:
    heads = [
        "act",
        "AWS calls",
        "capacity units",
        "processor ms",
        "p50 ms",
        "p95 ms",
        "deployed p50",
        "deployed p95",
    ]
    rows = [
        [f.name, f.calls, f.capacity, f.cpu, f.p50, f.p95, *(f.deployed or (None, None))] for f in figures
    ]
    bare, ours, whole = (
        starting.seconds(program, ROOT) for program in (starting.BARE, starting.OURS, starting.WHOLE)
    )
    archives = starting.api_archives(ROOT / "build")
    weight = f"{starting.unzipped_megabytes(archives):.1f} MB" if archives else "not packaged here"
    return "\n".join(
        [
            "# Measurements",
            "",
            "Written by `make bench` (`python -m benchmarks`); run it again rather than edit it.",
            "",
            f"Machine: {began}; when it ended: {os.getloadavg()[0]:.1f}. Wall times hold whatever else ran on it:",
            "with a load above the number of cores they say little; calls, capacity and processor time hold.",
            "",
            "AWS calls, capacity, processor time, p50 and p95: the handlers in one process, from the session's token",
            "to the reply, on the embedded AWS, which keeps nothing here for another run. Processor time is that of",
            f"the whole handler thread, serialisation of AWS requests included. {where}",
            "",
            table(heads, rows),
            "",
            *grown,
            table(
                ["other", "figure"],
                [
                    [f"process + letter + uploaded file a second, {CLIENTS} clients", rate.a_second],
                    ["– processor ms each: the embedded AWS itself", rate.embedded],
                    ["– processor ms each: the deployed functions, background ones too", rate.functions],
                    ["– processor ms each: the clients", rate.clients],
                    ["proving a password as the product does, processor ms (in no row above)", hashing],
                    ["API function with its layer, unzipped", weight],
                    [f"`{starting.BARE}`", f"{bare * 1000:.0f} ms"],
                    [f"`{starting.OURS}`", f"{ours * 1000:.0f} ms ({ours / bare:.2f} ×)"],
                    ["the same, and every area", f"{whole * 1000:.0f} ms ({whole / bare:.2f} ×)"],
                ],
            ),
            "",
        ]
    )


def warm(world: World, remote: Remote) -> None:
    """Let the deployed functions load what the first acts would otherwise be timed with."""
    for name in ("start_process", "sign_document"):
        for _ in range(WARMING):
            remote(SCENARIOS[name].arrange(world))
    # What a signature sets off (its PDF, the ledger's five seconds) begins a little later.
    time.sleep(CONSUMERS_BEGIN)


def hashing_milliseconds(stack: Stack, rounds: int = 10) -> float:
    """Processor time of proving one password as the product does; those of the measured people cost the least."""
    settings = read_settings(stack.environment)
    passwords = Argon2Passwords(settings.argon2_memory, settings.argon2_rounds)
    hashed = passwords.hash(PASSWORD)
    began = time.thread_time()
    for _ in range(rounds):
        passwords.verify(hashed, PASSWORD)
    return (time.thread_time() - began) / rounds * 1000


def as_data_grows(world: World, send: Send, stack: Stack, rounds: int) -> tuple[list[str], list[str]]:
    """The tables of what must not grow with the data, asked of the API and seen in the browser, each with its note; and
    which budgets of the browser were missed.
    """
    groups = sizes.asked(world)
    settle(stack.endpoint.pid)
    asked = [row for group in groups for row in sizes.in_turn(world, send, group, rounds)]
    seen = list(browsing.measured(world, stack.site, stack.endpoint.pid, browsing.ROUNDS))
    written = [table(sizes.HEADS, asked), "", sizes.NOTE, "", browsing.section(seen), ""]
    return written, browsing.missed(seen)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the product.")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--in-process", action="store_true", help="leave the deployed API out")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    began = machine()
    with (
        tempfile.TemporaryDirectory() as folder,
        start_stack(Path(folder), say=print, kept=False) as stack,
    ):
        world = World(bound(stack), "ubatuba")
        remote = None if arguments.in_process else Remote(stack.site)
        figures = []

        def quiet() -> None:
            settle(stack.endpoint.pid)

        if remote:
            warm(world, remote)
        for scenario in SCENARIOS.values():
            if scenario.name not in LEFT_OUT:
                figures.append(measure(world, scenario, arguments.rounds, remote, quiet))
                print(figures[-1], flush=True)
        send: Send = remote or world.send
        quiet()
        # Before the large sizes: what is written aside of fifty thousand rows is no part of a file's way in.
        rate = throughput(world, send, RATE_SECONDS, remote is not None, stack.endpoint.pid)
        print(rate, flush=True)
        hashing = hashing_milliseconds(stack)
        grown, missed = as_data_grows(world, send, stack, arguments.rounds)
    where = (
        "The API was not deployed: sizes and rate are in process too."
        if remote is None
        else "The deployed columns, the sizes and the rate go through the site's address to the deployed function."
    )
    RESULTS.write_text(written(figures, grown, rate, hashing, where, began), encoding="utf-8")
    print(RESULTS)
    if missed:
        sys.exit("Missed: " + "; ".join(missed))


if __name__ == "__main__":
    main()

"""Cities brought on board on the embedded AWS: 645 tenants of 30 units and 100 users, and a sheet of 5,000 users.

    python -m benchmarks.tenants [--tenants 645]

Goals (issue 5): all of SEI Cidades' tenants by one command; the last one costs what the first did; a sheet of 5,000
rows with 200 wrong ones is told row by row, writes nothing before it is confirmed, and then writes the 4,800 others.
One process writes, one tenant after the other; the embedded AWS works on the same machine, and its work is part of
the time.
"""

import argparse
import base64
import logging
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from chalicelib.adapters.dynamodb.addresses import tenants
from chalicelib.adapters.spreadsheets.files import SpreadsheetFiles, readers
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.application.spreadsheets.order_import import KIND, import_kind
from infra.local.catalogue_reader import read_city
from infra.local.catalogue_records import City, DemoUser, Grant
from infra.local.emulator import start_emulator
from infra.tenants import Administrator, create
from tests.conftest import create_data_stack
from tests.world.installed import Installed, install
from tests.world.scenarios.administration import administrator
from tests.world.wire import WRITES, Tap, tapped, written_keys
from tests.world.world import Ask, World

CATALOGUES = Path(__file__).resolve().parents[1] / "catalogues"
TENANTS, UNITS, USERS = 645, 30, 100
SOME = 50
ROWS, WRONG = 5_000, 200
ADMINISTRATOR = Administrator("maria.silva", "Maria Silva", "maria@exemplo.example", "primeira-entrada")


def model_city() -> City:
    """The smallest city with so many units and people."""
    city = read_city(CATALOGUES / "minimo", CATALOGUES / "ubatuba")
    (cabinet,) = city.units
    units = tuple(
        replace(cabinet, id=f"u{n}", acronym=f"U{n}", name=f"Unidade {n}", sei_code=f"{n:05d}", parent="gab")
        for n in range(2, UNITS + 1)
    )
    users = tuple(
        DemoUser(
            login=f"pessoa.{n}",
            name=f"Pessoa de número {n}",
            agency=cabinet.agency,
            email=f"pessoa.{n}@exemplo.example",
            role_title="Servidor",
            duty="servidor",
            grants=(Grant(units[n % len(units)].id, "basic"),),
        )
        for n in range(USERS)
    )
    return replace(city, units=(cabinet, *units), users=users)


def founded(installed: Installed, city: City, number: int, tap: Tap) -> float:
    """The seconds that one tenant took."""
    ours = replace(city, tenant=replace(city.tenant, id=f"cidade-{number:03d}"))
    began = time.perf_counter()
    with tapped(tap):
        create(installed.place, ours, ADMINISTRATOR, lambda _: None, with_users=True)
    return time.perf_counter() - began


def one_line(name: str, seconds: float, tap: Tap) -> str:
    """What the calls of one tenant were."""
    items = {place for call in tap.calls if call.operation in WRITES for place in written_keys(call)}
    capacity = sum(call.capacity for call in tap.calls)
    return f"| {name} | {seconds:.2f} s | {len(tap.calls)} | {len(items)} | {capacity:.0f} |"


def all_of_them(installed: Installed, most: int) -> None:
    """The table of tenants."""
    city = model_city()
    print("| tenant | time | AWS calls | items | capacity units |\n|---|---:|---:|---:|---:|")
    first, last = Tap(measured=True), Tap(measured=True)
    began = time.perf_counter()
    took = [founded(installed, city, 1, first)]
    took += [founded(installed, city, number, Tap()) for number in range(2, most)]
    took.append(founded(installed, city, most, last))
    whole = time.perf_counter() - began
    # One tenant takes less time than this machine's clock ticks evenly: the median of some says more.
    print(one_line(f"each of the first {SOME}", median(took[:SOME]), first))
    print(one_line(f"each of the last {SOME}", median(took[-SOME:]), last))
    capacity = most * sum(call.capacity for call in last.calls)
    found = len([one for one in tenants() if one.startswith("cidade-")])
    print(f"| all {found}, of {UNITS} units and {USERS} users | {whole:.0f} s | – | – | {capacity:,.0f} |", flush=True)


def sheet() -> bytes:
    """An XLSX of users, one in so many without an agency that exists."""
    heading = ["Usuário", "Nome civil", "E-mail", "Órgão", "Unidade", "Perfil"]
    step = ROWS // WRONG
    lines = [
        [f"servidor.{n}", f"Servidor {n}", f"s{n}@ubatuba.example", "PMU" if n % step else "XYZ", "GAB", "Básico"]
        for n in range(ROWS)
    ]
    return SpreadsheetFiles().write("Usuários", [heading, *lines])


def import_of_users(world: World) -> None:
    """The table of the sheet."""
    who, data = administrator(world), sheet()
    form = {"file": base64.b64encode(data).decode()}
    print(f"\n| {ROWS} users, XLSX of {len(data) // 1024} KB | time | |\n|---|---:|---|")
    before = len(list(world.installed.place.ports(world.tenant).register.every_user()))
    began = time.perf_counter()
    told = world.done(Ask(who, "POST", "/administration/imports/users/check", form))
    took = time.perf_counter() - began
    after = len(list(world.installed.place.ports(world.tenant).register.every_user()))
    found = f"{told['ready']} ready, {told['wrong']} wrong, {after - before} written"
    print(f"| report | {took:.1f} s | {found} |", flush=True)
    began = time.perf_counter()
    job = world.done(Ask(who, "POST", "/administration/imports/users", form))["job"]
    print(f"| order | {time.perf_counter() - began:.1f} s | |", flush=True)
    began = time.perf_counter()
    ports = world.installed.place.ports(world.tenant)
    kinds = {KIND: import_kind()}
    for number in open_job(ports, who.login, job)["batches"]:
        while run_batch(ports, kinds, who.login, job, number, lambda: False)["more"]:
            pass
    close_job(ports, kinds, who.login, job)
    written = len(list(ports.register.every_user())) - after
    print(f"| every row, one worker | {time.perf_counter() - began:.0f} s | {written} users written |")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Municípios e planilhas, medidos.")
    parser.add_argument("--tenants", type=int, default=TENANTS)
    asked = parser.parse_args()
    logging.disable(logging.WARNING)
    with start_emulator() as endpoint:
        installed = install(create_data_stack(endpoint, "bench"))
        import_of_users(World(installed, installed.place.settings.tenant))
        all_of_them(installed, asked.tenants)
    readers.dismiss()


if __name__ == "__main__":
    main()

"""A process of 1,000 documents as one PDF, and one gigabyte as one ZIP, on the embedded AWS (PRO-23).

    python -m benchmarks.copies
    python -m benchmarks.copies largest     5,000 letters, as PDF and as ZIP: by hand, for it takes long to prepare

Goals: the PDF in 60 s, the ZIP in 256 MB of memory. What is timed is the whole job, batch after batch in one worker
(the cloud has five), from the request to the file in the bucket; the worker is a process of its own, so that its
memory is its own. The documents' PDFs lie there already, as they do once a document is signed. The embedded AWS
works on the same machine, and its work is part of the time.
"""

import hashlib
import logging
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from typing import Any

from benchmarks.loading import large_process
from chalicelib.adapters.dynamodb import keys, records
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.background import Background, Installation
from chalicelib.domain.document import DocumentState, File, Kind
from chalicelib.domain.version import Rendition
from chalicelib.settings import read_settings
from infra.local.emulator import start_emulator
from tests.adapters.rendering.letters import letter_model
from tests.conftest import create_data_stack
from tests.world.installed import environment, install
from tests.world.world import Ask, World

TENANT, WHO = "ubatuba", "ana.lima"
DOCUMENTS = 1_000
LARGEST = 5_000
FILES, FILE_BYTES = 256, 4 * 1024 * 1024


def documents_of(world: World, process: str) -> list[Any]:
    """Every document of the process."""
    reader, cursor, found = world.installed.place.ports(world.tenant).reader, None, []
    while True:
        page = reader.documents(process, cursor, newest_first=False)
        found += page.items
        cursor = page.next_cursor
        if cursor is None:
            return found


def rendered(world: World, size: int) -> str:
    """A process of two-page letters, each with a PDF of its own; -> its id."""
    process = large_process(world, size)
    ports = world.installed.place.ports(world.tenant)
    for document in documents_of(world, process):
        pdf = render_pdf(letter_model(title=f"Ofício {document.number}"))
        key, digest = ports.contents.put(pdf, "application/pdf")
        ports.marks.rendered(
            Rendition(process, document.id, document.revision, key, digest, len(pdf), ports.now())
        )
    return process


def heavy(world: World, size: int) -> str:
    """A process of files of four megabytes that nothing makes smaller; -> its id."""
    process = large_process(world, size)
    ports = world.installed.place.ports(world.tenant)
    with MainItem.batch_write() as batch:
        for number, document in enumerate(documents_of(world, process)):
            data = hashlib.shake_256(str(number).encode()).digest(FILE_BYTES)
            key, digest = ports.contents.put(data, "video/mp4")
            file = File(f"video {number}.mp4", "video/mp4", len(data), digest, key)
            made = replace(document, kind=Kind.UPLOADED, state=DocumentState.FILED, text=None, file=file)
            place = keys.document(world.tenant, process, made.id)
            batch.save(MainItem(*place, n=made.revision, seen=False, body=records.encode(made)))
    return process


def work(job: str) -> None:
    """The whole job in this process; prints its peak memory in MB."""
    place = Installation(read_settings())
    outside, ports = Background(place), place.ports(TENANT)
    kinds = outside.job_kinds(TENANT)
    for number in open_job(ports, WHO, job)["batches"]:
        while run_batch(ports, kinds, WHO, job, number, lambda: False)["more"]:
            pass
    assert close_job(ports, kinds, WHO, job) == {"state": "done"}
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def measured(world: World, process: str, wanted: str, variables: dict[str, str]) -> str:
    """One line of the table."""
    began = time.perf_counter()
    job = world.done(Ask(world.ana, "POST", f"/processes/{process}/copies", {"format": wanted}))["job"]
    command = [sys.executable, "-m", "benchmarks.copies", job]
    done = subprocess.run(command, env=os.environ | variables, check=True, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - began
    page = world.done(Ask(world.ana, "GET", f"/jobs/{job}"))
    assert page["progress"]["done"] == page["total"], page["progress"]
    size = page["file"]["size"] / 1024**2
    what = f"{page['total']} documents, {wanted.upper()} of {size:.0f} MB"
    return f"| {what} | {seconds:.1f} s | {done.stdout.strip()} MB |"


def main(*, largest: bool = False) -> None:
    logging.disable(logging.WARNING)
    with start_emulator() as endpoint:
        stack = create_data_stack(endpoint, "bench")
        world = World(install(stack), TENANT)
        variables = environment(stack)
        print("| job | whole time | peak memory of the worker |\n|---|---|---|")
        process = rendered(world, LARGEST if largest else DOCUMENTS)
        print(measured(world, process, "pdf", variables), flush=True)
        print(measured(world, process if largest else heavy(world, FILES), "zip", variables), flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] != "largest":
        work(sys.argv[1])
    else:
        main(largest=len(sys.argv) > 1)

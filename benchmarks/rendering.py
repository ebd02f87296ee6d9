"""How long a two-page official letter takes to become a PDF, cold and warm, and an upload to be examined.

Run as ``python -m benchmarks.rendering``; prints one line per measure. Goals: two pages warm in 50 ms, 270 pages in
10 s and 600 MB.
"""

import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

from chalicelib.adapters.inspection.isolated import inspect
from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.domain import content
from chalicelib.domain.content_page import page
from chalicelib.domain.file_inspection import Declaration
from chalicelib.domain.rendition import RenderModel
from tests.adapters.rendering.letters import LETTER, TABLE, heading, letter_model
from tests.domain.content_examples import document, paragraph, section

_COLD = (
    "import time; t = time.perf_counter();"
    "from chalicelib.adapters.rendering.typst_pdf import render_pdf;"
    "from tests.adapters.rendering.letters import letter_model;"
    "render_pdf(letter_model()); print((time.perf_counter() - t) * 1000)"
)


_LONG = (
    "import resource, sys, time;"
    "from io import BytesIO; import pikepdf;"
    "from chalicelib.adapters.rendering.typst_pdf import render_pdf;"
    "from benchmarks.rendering import long_letter;"
    "model = long_letter(); t = time.perf_counter(); pdf = render_pdf(model);"
    "print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,"
    "len(pikepdf.open(BytesIO(pdf)).pages))"
)
#: A page each; the largest text that the product takes, a megabyte, is not much more.
LONG_PAGES = 270


def long_letter() -> RenderModel:
    """Headings, paragraphs and tables, page after page."""
    words = "Considerando o que consta dos autos e a manifestação da área técnica, defiro o pedido nos termos da lei. "
    blocks: list[Any] = []
    for number in range(1, LONG_PAGES):
        blocks += [heading(2, f"{number}. Da manifestação"), *[paragraph(words * 4) for _ in range(3)]]
        blocks += [TABLE] if number % 3 == 0 else [paragraph(words * 4)]
        blocks.append({"type": "pageBreak"})
    return letter_model(document(section("body", *blocks)))


def milliseconds(act: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """Median and 95th percentile of ``act(round)``, in milliseconds, after two rounds to warm up."""
    times = []
    for number in range(rounds + 2):
        started = time.perf_counter()
        act(number)
        times.append((time.perf_counter() - started) * 1000)
    cuts = quantiles(times[2:], n=20)
    return cuts[9], cuts[18]


def measure(rounds: int = 40) -> list[tuple[str, float, float]]:
    """(what, median, 95th percentile) in milliseconds."""
    cold = [
        float(subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True).stdout)
        for _ in range(5)
    ]
    pdf = render_pdf(letter_model())
    declared = Declaration("oficio.pdf", "application/pdf", len(pdf), hashlib.sha256(pdf).hexdigest())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(pdf)
        examined = milliseconds(lambda number: inspect(path, declared), 10)
    return [
        ("PDF of 2 pages, first of a process, imports included", sorted(cold)[2], max(cold)),
        # A new title each round, or the typesetter would answer from its memory of the last page.
        (
            "PDF of 2 pages, warm",
            *milliseconds(lambda n: render_pdf(letter_model(title=f"Ofício {n}")), rounds),
        ),
        ("HTML page", *milliseconds(lambda number: page(letter_model()), rounds)),
        (
            "content read, normal form and digest",
            *milliseconds(lambda n: content.digest(content.parse(LETTER)), rounds),
        ),
        ("upload examined in its own process (PDF of 2 pages)", *examined),
    ]


def main() -> None:
    print("| what | p50 ms | p95 ms |\n|---|---|---|")
    for what, median, slow in measure():
        print(f"| {what} | {median:.1f} | {slow:.1f} |")
    print(
        f"\npeak memory of the rendering process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )

    done = subprocess.run([sys.executable, "-c", _LONG], check=True, capture_output=True, text=True)
    seconds, memory, pages = (float(part) for part in done.stdout.split())
    print(f"{pages:.0f} pages, in a process of their own: {seconds:.1f} s, {memory:.0f} MB")


if __name__ == "__main__":
    main()

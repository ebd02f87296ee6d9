"""How fast the text of files is extracted, and pages of a scan recognized in Portuguese, each in its confined process.

    python -m benchmarks.recognition

Prints pages a second on one processor, the peak memory of the process that reads, and how many words were read right.
A page is A4 with about 350 words, scanned at 200 dots per inch a little askew, blurred and dusty.
"""

import tempfile
import time
from pathlib import Path
from typing import Any

from chalicelib.adapters.extraction import isolated
from chalicelib.adapters.extraction.isolated import ReadingLimits, read_pages, recognize_page
from chalicelib.adapters.rendering.typst_pdf import render_pdf
from tests.adapters.extraction.scans import SENTENCES, letter, saved, scanned, share_of_words

PAGES = 12
#: So that a page is as full as an official letter's.
TIMES = 6


def peak_of(asked: list[Any]) -> float:
    """Megabytes of the largest process."""
    return max(one["peak"] for one in asked) / 1024


def watched() -> list[Any]:
    """How each reading ends, from now on."""
    told: list[Any] = []
    genuine = isolated.readers.ask

    def noted(request: Any) -> Any:
        told.append(genuine(request))
        return told[-1]

    isolated.readers.ask = noted  # type: ignore[method-assign]
    return told


def recognition(path: Path) -> tuple[float, float, float]:
    """(seconds a page, share of words read right, peak in MB)."""
    paper = scanned(letter("a4", 11, TIMES))
    path.write_bytes(saved(paper, "PDF", [paper] * (PAGES - 1)))
    told, limits = watched(), ReadingLimits()
    recognize_page(path, "application/pdf", 1, limits)
    began = time.perf_counter()
    texts = [recognize_page(path, "application/pdf", n, limits).text for n in range(1, PAGES + 1)]
    took = (time.perf_counter() - began) / PAGES
    return took, min(share_of_words(text) for text in texts), peak_of(told)


def extraction(path: Path) -> tuple[int, float, float]:
    """(pages, seconds, peak in MB) of a long born-digital PDF."""
    from benchmarks.rendering import long_letter

    path.write_bytes(render_pdf(long_letter()))
    told = watched()
    began = time.perf_counter()
    pages = read_pages(path, "application/pdf", ReadingLimits(seconds=60))
    return len(pages), time.perf_counter() - began, peak_of(told)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        took, share, peak = recognition(Path(folder) / "scan.pdf")
        words = len(" ".join(SENTENCES).split()) * TIMES
        print(f"recognized: {1 / took:.2f} pages/s ({words} words each), {share:.1%} of words, {peak:.0f} MB")
        pages, seconds, weighed = extraction(Path(folder) / "long.pdf")
        print(f"extracted: {pages} pages in {seconds:.2f} s ({pages / seconds:.0f} pages/s), {weighed:.0f} MB")


if __name__ == "__main__":
    main()

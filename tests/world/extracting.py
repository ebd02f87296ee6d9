"""Files whose text is being extracted: bytes of their own, because the text belongs to the bytes."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from chalicelib.adapters.extraction.desk import S3Scratch
from chalicelib.application.extraction.extract import extract_text
from chalicelib.application.extraction.give_up import give_up_extraction
from chalicelib.application.extraction.keep import keep_text
from chalicelib.application.extraction.recognize import recognize_pages
from chalicelib.domain.extraction import Extraction, PageText

from .builders import FILE, filed
from .wire import untapped
from .world import Ask, Person, World

WRITTEN = PageText("Requerimento de licença, em três vias.", 0, True)
SCANNED = PageText("", 1, True)
READ = PageText("Requerimento de licença, digitalizado.", 1, True, 91)


class Paper:
    """Implements ``extraction.ports.FileReader``: a file of these pages, each of which is read as ``READ``."""

    def __init__(self, *pages: PageText) -> None:
        self._pages = list(pages)

    def pages(self, extraction: Extraction) -> list[PageText]:
        return self._pages

    def recognize(
        self, extraction: Extraction, pages: Iterable[int]
    ) -> Iterator[tuple[int, PageText | None]]:
        yield from [(number, READ) for number in pages]


class Awaited:
    """A file that was just filed, whose text is being extracted; its steps, as the machine would ask for them."""

    def __init__(self, world: World, process: str | None = None, who: Person | None = None) -> None:
        data = FILE + uuid.uuid4().hex.encode()
        self.world, self.sha256 = world, hashlib.sha256(data).hexdigest()
        self.place = filed(world, process, who, data)
        self.ports = world.installed.place.ports(world.tenant)
        bucket = world.store.settings.copies_bucket
        self.scratch = S3Scratch(world.installed.place.s3, bucket, world.tenant)

    @property
    def path(self) -> str:
        return f"/processes/{self.place[0]}/documents/{self.place[1]}/text"

    def extract(self, *pages: PageText) -> Any:
        return extract_text(self.ports, Paper(*pages), self.scratch, self.sha256, 1)

    def recognize(self) -> Any:
        return recognize_pages(self.ports, Paper(SCANNED), self.scratch, (self.sha256, 1), 0, [1])

    def keep(self) -> Any:
        return keep_text(self.ports, self.scratch, self.sha256, 1)

    def give_up(self) -> Any:
        return give_up_extraction(self.ports, self.sha256, 1)

    def ask(self, who: Person | None = None) -> Ask:
        return Ask(who or self.world.ana, "POST", self.path, {}, self.place[0])


def unread(world: World, process: str | None = None, who: Person | None = None) -> tuple[str, str]:
    """An uploaded document whose text could not be extracted; -> (process, document)."""
    file = Awaited(world, process, who)
    with untapped():
        file.give_up()
    return file.place

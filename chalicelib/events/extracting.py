"""What an execution of the uploads machine asks of the function that extracts text."""

from collections.abc import Mapping
from typing import Any

from chalicelib.application.extraction.extract import extract_text
from chalicelib.application.extraction.give_up import give_up_extraction
from chalicelib.application.extraction.keep import keep_text
from chalicelib.application.extraction.ports import FileReader, Scratch
from chalicelib.application.extraction.recognize import recognize_pages
from chalicelib.application.ports import Ports


def handle_extraction(
    event: Mapping[str, Any], ports: Ports, reader: FileReader, scratch: Scratch
) -> Mapping[str, Any]:
    """One step: ``{"step", "tenant", "sha256", "attempt"[, "batch": {"n", "pages"}]}``. Raises ValueError."""
    sha256, attempt = str(event["sha256"]), int(event["attempt"])
    match event["step"]:
        case "extract":
            return extract_text(ports, reader, scratch, sha256, attempt)
        case "recognize":
            batch = event["batch"]
            return recognize_pages(ports, reader, scratch, (sha256, attempt), int(batch["n"]), batch["pages"])
        case "keep":
            return keep_text(ports, scratch, sha256, attempt)
        case "give_up":
            return give_up_extraction(ports, sha256, attempt)
    raise ValueError(event["step"])

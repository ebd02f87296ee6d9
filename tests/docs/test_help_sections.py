"""Every screen has its section of the manual in the help beside it (issue 6 §5); the rest is in web/test/help."""

import re

from tests.architecture.inventory import ROOT

ROUTES = (ROOT / "web" / "src" / "routes.tsx").read_text(encoding="utf-8")
SECTIONS = (ROOT / "web" / "src" / "help" / "sections.ts").read_text(encoding="utf-8")
#: Its whole path is that of the process before it, and is there.
INSIDE = {"/documento/$documentId"}


def test_every_route_has_its_section_of_the_manual():
    routes = set(re.findall(r"(?:path: |screen\()'(/[^']*)'", ROUTES)) - INSIDE
    explained = set(re.findall(r"(?m)^  '(/[^']*)': at\(", SECTIONS))
    assert len(routes) > 50
    assert routes - explained == set(), "say in web/src/help/sections.ts where the manual explains it"

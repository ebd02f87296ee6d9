"""After any order of acts, lists, counts, hits of a search, exports, notices and links show exactly what the policy
allows, also of what is confidential; nothing of one tenant comes to another (A3, A4; SIG-01, PRO-01, PRO-05, PRO-08).

Two towns do random things on the embedded AWS, each process and each text with a word of its own: 20 acts each, one
program (IPEROIG_LONG=1: 60 acts, 12 programs, and every person asked for every list).
"""

import csv
import io
import json
import os
import random
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from chalicelib.domain.document import Document
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.policy import Action
from chalicelib.domain.process import AWAY_FROM_INBOX, Process
from tests.sweep.general import GENERAL
from tests.world.installed import Installed
from tests.world.wire import AwsCall, Tap, tapped
from tests.world.world import Person, Reply, World

from .town import Town

LONG = os.environ.get("IPEROIG_LONG") == "1"
PROGRAMS, STEPS = (12, 60) if LONG else (1, 20)
#: What begins every word of each town: longer than what an identifier, random and of the same letters, has by chance.
MARKS = ("zqxwkvjqz", "zqywkvjqz")
LEVELS = ("public", "restricted", "confidential", "confidential")
#: What a document's text, or its file, is reached by beside its own page.
OF_A_TEXT = {
    "/versions": Action.DOCUMENT_READ_VERSIONS,
    "/images": Action.DOCUMENT_READ,
    "/references": Action.DOCUMENT_READ,
    "/pdf": Action.DOCUMENT_READ,
}
OF_A_FILE = {"/file": Action.DOCUMENT_READ, "/text": Action.DOCUMENT_READ}
#: Lists and counts that nobody has to name anything for.
GENERAL_LISTS = sorted(path for (method, _), (path, _) in GENERAL.items() if method == "GET" and "/public/" not in path)


@pytest.fixture(scope="module", params=range(PROGRAMS))
def towns(request: pytest.FixtureRequest, installed: Installed) -> tuple[Town, Town]:
    """Both in the same place of the same installation, one act here and one there."""
    seed = request.param + 2026
    made = tuple(
        Town(World(installed, f"w{mark}{seed}"), mark, random.Random(f"{mark}{seed}")) for mark in MARKS
    )
    for town in made:
        for level in LEVELS:
            town.start(level)
        town.keep()
    for _ in range(STEPS):
        for town in made:
            town.step()
    for town in made:
        # Of each level there is one at the end, whatever became of the others.
        for level in dict.fromkeys(LEVELS):
            town.start(level)
        town.consume()
    return made[0], made[1]


def get(town: Town, who: Person, path: str) -> Reply:
    reply = town.world.call(who, "GET", path)
    assert reply.status < 500, f"{path}: {reply.text} {town.world.installed.journal.failures[-1:]}"
    return reply


def rows(town: Town, who: Person, path: str) -> list[dict]:
    """A list, page after page."""
    found, cursor = [], ""
    while cursor is not None:
        page = get(town, who, f"{path}{'&' if '?' in path else '?'}cursor={quote(cursor)}" if cursor else path).json
        found += page["items"]
        cursor = page["next_cursor"]
    return found


def processes(town: Town) -> list[Process]:
    return [town.process(process) for process in town.words]


def documents(town: Town) -> Iterator[Document]:
    for process in town.words:
        yield from town.world.installed.place.ports(town.world.tenant).reader.documents(process, None, False).items


def check_lists(town: Town, who: Person, known: list[Process]) -> None:
    """Inbox, spreadsheet and the personal list of what is confidential, with their counts."""
    here = {each.id: each.presences[who.unit] for each in known if who.unit in each.presences}
    mine = {
        each.id
        for each in known
        if each.id in here
        and here[each.id].open
        and each.state not in AWAY_FROM_INBOX
        and not each.confidential
    }
    inbox = rows(town, who, "/inbox")
    assert {row["process"] for row in inbox} == mine
    assert all(town.may(who, Action.PROCESS_LIST, each) for each in known if each.id in mine)
    counters = get(town, who, "/inbox").json["counters"]
    assert counters["received"] + counters["generated"] == len(inbox)
    written = get(town, who, "/inbox/export").json["content"].removeprefix("\ufeff")
    sheet = csv.DictReader(io.StringIO(written), delimiter=";")
    assert {row["Processo"] for row in sheet} == {each.nup for each in known if each.id in mine}
    held = {each.id for each in known if each.confidential and town.may(who, Action.PROCESS_LIST, each)}
    assert {row["process"] for row in rows(town, who, "/confidential")} == held
    at_hand = {row["process"] for row in rows(town, who, "/confidential?at_hand=true")}
    assert at_hand <= held
    assert counters["confidential"] == len(at_hand)


def check_kept(town: Town, who: Person, known: list[Process]) -> None:
    """What a unit follows, or has among its favourites, is told while the policy lets it be, and no longer."""
    reader, by = town.world.installed.place.ports(town.world.tenant).reader, {each.id: each for each in known}
    followed = {each.process for each in reader.follow_ups(who.unit, None).items}
    lines = rows(town, who, "/follow-ups")
    told = {each for each in followed if town.may(who, Action.PROCESS_FOLLOW, by[each])}
    assert {line["process"] for line in lines if line["nup"]} == told
    unsaid = {each for each in followed if by[each].confidential and not town.knows(who, by[each])}
    assert {line["process"] for line in lines} <= followed - unsaid
    marked = {each.process for each in reader.kept(Favourite, who.unit)}
    seen = {each for each in marked if town.may(who, Action.PROCESS_SEE, by[each])}
    assert {line["process"] for line in get(town, who, "/favourites").json["items"]} == seen
    assert followed
    assert marked


def check_searches(town: Town, who: Person, known: list[Process]) -> None:
    """By words only what is listed and never what is confidential; by number what exists for who asks."""
    for each in known:
        hits = get(town, who, f"/find/words?words={town.words[each.id]}").json
        listed = town.may(who, Action.PROCESS_LIST, each) and not each.confidential
        assert [hit["process"] for hit in hits["items"]] == [each.id] * listed
        assert not hits["more"]
        reply = get(town, who, f"/find?number={''.join(filter(str.isdigit, each.nup))}")
        assert (reply.status == 200) == town.knows(who, each)


def check_one_by_one(town: Town, who: Person, known: list[Process], papers: list[Document]) -> None:
    """Exports of processes, and content, files and numbers of documents."""
    for each in known:
        assert (get(town, who, f"/processes/{each.id}/export").status == 200) == town.may(
            who, Action.PROCESS_EXPORT, each
        )
    for paper in papers:
        place = f"/processes/{paper.process}/documents/{paper.id}"
        reads = town.may(who, Action.DOCUMENT_READ, paper)
        reply = get(town, who, f"{place}/file" if paper.file else place)
        shown = reply.status == 200 and bool(reply.json.get("content") or reply.json.get("url"))
        assert shown == reads
        assert (get(town, who, f"/find?number={paper.number}").status == 200) == town.knows(who, paper)


def check_links(town: Town, who: Person, papers: list[Document]) -> None:
    """Whatever gives a text, or an address that opens a file, gives it to who may read it, and to nobody else."""
    for paper in papers:
        known = town.knows(who, paper)
        for rest, act in (OF_A_FILE if paper.file else OF_A_TEXT).items():
            reply = town.world.call(who, "GET", f"/processes/{paper.process}/documents/{paper.id}{rest}")
            # Nobody renders here: who may is told to come back, and nobody else is asked for.
            assert reply.status < 500 or (rest, reply.status) == ("/pdf", 503)
            refused = reply.status == 403 if known else reply.status == 404
            given = town.may(who, act, paper)
            assert refused != given, f"{who.login} {rest}: {reply.status} {reply.text}"
            assert given or "https://" not in reply.text


def check_words(town: Town, who: Person, known: list[Process], papers: list[Document]) -> None:
    """No reply says a word of what does not exist for who asks, nor of a text that is not theirs to read."""
    unseen = {town.words[each.id] for each in known if not town.knows(who, each)}
    readable = {(each.process, each.id) for each in papers if town.may(who, Action.DOCUMENT_READ, each)}
    unseen |= {word for place, word in town.texts.items() if place not in readable}
    one_by_one = [f"/processes/{each.id}{rest}" for each in known for rest in ("", "/history", "/documents")]
    for path in [*GENERAL_LISTS, "/find/words?words=acao", *one_by_one]:
        said = get(town, who, path).text
        assert not [word for word in unseen if word in said], path


def check_notices(town: Town, known: list[Process]) -> None:
    """An e-mail is read by anybody: what it says is no word of the process, and it goes where the process went."""
    ports = town.world.installed.place.ports(town.world.tenant)
    for each in known:
        units = ports.catalogues.units()
        reached = {box for unit in each.presences for box in units[unit].mailboxes}
        for mail in ports.reader.mails(each.id):
            assert town.mark not in f"{mail.subject} {mail.text}"
            assert set(mail.to) <= reached


def test_everybody_is_shown_exactly_what_the_policy_allows(towns: tuple[Town, Town]) -> None:
    town, _ = towns
    known, papers = processes(town), list(documents(town))
    assert {each.effective_level.value for each in known} == {"public", "restricted", "confidential"}
    check_notices(town, known)
    for turn, who in enumerate(town.people):
        check_lists(town, who, known)
        check_kept(town, who, known)
        check_searches(town, who, known)
        check_one_by_one(town, who, known, papers)
        if LONG or turn % 2 == 0:
            check_words(town, who, known, papers)
        else:
            check_links(town, who, papers)


def test_nothing_of_one_tenant_is_asked_for_or_shown_in_the_other(towns: tuple[Town, Town]) -> None:
    """Neither in a reply nor in any key of what the application asks AWS for on the way to it."""
    for town, other in (towns, towns[::-1]):
        abroad = processes(other)

        def of_the_other(call: AwsCall, foreign: str = other.world.tenant) -> None:
            assert foreign not in json.dumps(call.request), call.label

        paths = [*GENERAL_LISTS, *(f"/find/words?words={other.words[each.id]}" for each in abroad)]
        paths += [f"/find?number={''.join(filter(str.isdigit, each.nup))}" for each in abroad]
        paths += [f"/processes/{each.id}{rest}" for each in abroad for rest in ("", "/history", "/export")]
        for who in town.people[::3]:
            with tapped(Tap(after=of_the_other)) as tap:
                for path in paths:
                    assert other.mark not in get(town, who, path).text.replace(path, ""), path
            assert any(town.world.tenant in json.dumps(call.request) for call in tap.calls)

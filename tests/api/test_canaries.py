"""Issue 5 §5, LGPD: what people give is in no log line, metric, trace nor event of the bus.

Random acts are done in a random order, each with canaries of its own: names, CPFs, e-mails, words of documents and of
processes, passwords, codes; given well, given badly, and quoted by failures. Then everything written is searched.
"""

import json
import os
import random
from collections.abc import Callable
from typing import Any

import pytest

import chalicelib.api.routes
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.background import Background, fact_of, new_salt
from chalicelib.events.carrying import handle_mail
from chalicelib.events.history_stream import publish_history
from chalicelib.events.ledger import handle_ledger
from chalicelib.events.search import handle_search
from chalicelib.events.statistics import handle_statistics
from tests.world.builders import RESTRICTED, drafted, process_form, saving, signing
from tests.world.installed import PASSWORD
from tests.world.scenarios.administration import USERS, administrator, user_form
from tests.world.scenarios.correspondence import mailing
from tests.world.world import NOBODY, Ask, World

from .canary import Bus, Cage, Ears, listening

#: The same in each run of a commit, anew in the long suite.
SEED = int(os.environ.get("IPEROIG_SEED") or (random.randrange(2**32) if os.environ.get("IPEROIG_LONG") == "1" else 5))
#: On top of each act once.
MORE = 8

Act = Callable[[World, Cage, list[str]], None]


def given(world: World, cage: Cage, **changes: Any) -> str:
    form = process_form(specification=cage.words("specification"), remark=cage.words("remark"), **RESTRICTED)
    return str(world.done(Ask(world.ana, "POST", "/processes", form | changes))["id"])


def file_a_contact(world: World, cage: Cage, begun: list[str]) -> None:
    body = {"name": cage.name(), "kind": "person", "document": cage.cpf(), "email": cage.email()}
    party = world.done(Ask(world.ana, "POST", "/contacts", body))["id"]
    world.done(Ask(world.ana, "GET", f"/contacts?query={body['name'].replace(' ', '%20')}"))
    begun.append(given(world, cage, interested_parties=[party]))


def write_and_sign(world: World, cage: Cage, begun: list[str]) -> None:
    place = drafted(world, given(world, cage), description=cage.words("description"))
    world.done(saving(world, place, f"{cage.words('document')}, de {cage.name()}, CPF {cage.cpf()}."))
    world.done(signing(world, place))
    for path in ("", "/versions", "/references"):
        world.done(Ask(world.ana, "GET", f"/processes/{place[0]}/documents/{place[1]}{path}"))
    begun.append(place[0])


def say_things(world: World, cage: Cage, begun: list[str]) -> None:
    process = given(world, cage)
    told = f"Falei com {cage.name()}, CPF {cage.cpf()}, {cage.email()}"
    world.done(Ask(world.ana, "POST", f"/processes/{process}/progress", {"text": told}))
    world.done(Ask(world.ana, "PUT", f"/processes/{process}/note", {"text": cage.words("note"), "priority": True}))
    world.done(Ask(world.ana, "POST", f"/processes/{process}/comments", {"text": cage.words("comment")}))
    for path in ("", "/history", "/export", "/comments", "/documents"):
        world.done(Ask(world.ana, "GET", f"/processes/{process}{path}"))
    begun.append(process)


def send_an_email(world: World, cage: Cage, begun: list[str]) -> None:
    process = given(world, cage)
    form = {"to": [cage.email()], "blind": [cage.email()], "subject": cage.words(), "text": cage.words()}
    world.done(mailing(world, process, **form))
    begun.append(process)


def declare_a_file(world: World, cage: Cage, begun: list[str]) -> None:
    process = given(world, cage)
    name = f"{cage.words('file name')}.pdf"
    form = {"file_name": name, "media_type": "application/pdf", "size": 9, "sha256": "0" * 64}
    world.done(Ask(world.ana, "POST", f"/processes/{process}/uploads", form))
    begun.append(process)


def register_somebody(world: World, cage: Cage, _: list[str]) -> None:
    chief = administrator(world)
    form = user_form(name=cage.name(), email=cage.email(), social_name=cage.name(), taxpayer=cage.cpf())
    made = world.done(Ask(chief, "POST", USERS, form))
    world.done(Ask(chief, "GET", f"{USERS}/{made['id']}"))
    world.done(Ask(chief, "GET", f"{USERS}?query={form['name'].replace(' ', '%20')}"))


def come_in_wrongly(world: World, cage: Cage, _: list[str]) -> None:
    body = {"login": cage.cpf(), "password": cage.password(), "one_time_code": cage.code()}
    refused(world, Ask(NOBODY, "POST", "/sessions", body))
    change = {"password": cage.password(), "new_password": cage.password()}
    refused(world, Ask(world.ana, "PUT", "/me/password", change))
    refused(world, Ask(world.ana, "POST", "/me/second-factor", {"password": cage.password()}))


def sign_wrongly(world: World, cage: Cage, begun: list[str]) -> None:
    place = drafted(world, given(world, cage))
    right = signing(world, place)
    refused(world, Ask(right.who, right.method, right.path, {**right.body, "password": cage.password()}))
    begun.append(place[0])


def give_it_badly(world: World, cage: Cage, _: list[str]) -> None:
    """Refusals say what was wrong, not what was given."""
    long = process_form(specification=cage.words() * 40, interested_parties=[cage.cpf()], **RESTRICTED)
    refused(world, Ask(world.ana, "POST", "/processes", long))
    for broken in (f'{{"text": "{cage.name()}', f'{{"name": "{cage.name()}", "{cage.name()}": 1}}'):
        refused(world, Ask(world.ana, "POST", "/contacts", broken.encode()))
    wrong = {"name": cage.name(), "kind": "person", "document": cage.code(), "email": cage.words()}
    refused(world, Ask(world.ana, "POST", "/contacts", wrong))
    for path in (f"/find?number={cage.cpf()}", f"/processes/{cage.email()}", f"/contacts?{cage.name()[:9]}=1"):
        refused(world, Ask(world.ana, "GET", path.replace(" ", "%20")))


def look_for_it(world: World, cage: Cage, _: list[str]) -> None:
    world.done(Ask(world.ana, "GET", f"/find/words?words={cage.name().replace(' ', '%20')}"))
    world.done(Ask(world.ana, "GET", f"/contacts?query={cage.name().replace(' ', '%20')}"))


def fail_quoting_it(world: World, cage: Cage, _: list[str]) -> None:
    """A fault of ours whose text is about somebody."""
    words = f"não se lê {cage.name()}, {cage.cpf()}"

    def broken(*_: Any) -> Any:
        try:
            raise KeyError(cage.email())
        except KeyError as error:
            raise ValueError(words) from error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DynamoReader, "contacts", broken)
        assert world.call(world.ana, "GET", f"/contacts?query={cage.words().replace(' ', '%20')}").status == 500


ACTS: tuple[Act, ...] = (
    file_a_contact, write_and_sign, say_things, send_an_email, declare_a_file, register_somebody, come_in_wrongly,
    sign_wrongly, give_it_badly, look_for_it, fail_quoting_it,
)  # fmt: skip


def refused(world: World, ask: Ask) -> None:
    reply = world.call(ask.who, ask.method, ask.path, ask.body)
    world.installed.store.forget_attempts()
    assert reply.status < 500, reply.text
    assert reply.status >= 400 or ask.method == "GET", reply.text


def published(world: World, processes: list[str], cage: Cage) -> Bus:
    """What the stream's reader puts on the bus of these processes' histories, and of an entry that it cannot read."""
    bus, outside = Bus(), Background(world.installed.place)
    outside.bus._client = bus
    items = [
        item
        for process in processes
        for item in world.installed.place.connection.client.query(
            TableName=world.installed.place.settings.history_table,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": f"T#{world.tenant}#P#{process}"}},
        )["Items"]
    ]
    broken = {"pk": {"S": cage.name()}, "sk": {"S": cage.cpf()}, "body": {"B": cage.words().encode()}}
    records = [
        {"eventName": "INSERT", "dynamodb": {"SequenceNumber": str(n), "NewImage": item}}
        for n, item in enumerate([*items, broken])
    ]
    answer = publish_history({"Records": records}, fact_of, outside.bus)
    assert answer == {"batchItemFailures": [{"itemIdentifier": str(len(items))}]}
    assert len(bus.entries) == len(items) > 0
    return bus


def consumed(world: World, bus: Bus, cage: Cage) -> None:
    """The consumers treat all of it; then one fails, with what it was treating in its words."""
    bodies = [json.dumps({"detail": json.loads(entry["Detail"])}) for entry in bus.entries]
    event = {"Records": [{"messageId": str(n), "body": body} for n, body in enumerate(bodies)]}
    event["Records"].append({"messageId": "broken", "body": cage.words()})
    one = Background(world.installed.place)

    def failing(_: str) -> Any:
        raise ValueError(cage.name())

    handle_statistics(event, one.truth, one.projections, one.projections)
    handle_search(event, one.truth, one.word_index, one.projections)
    handle_ledger(event, one.place.ledger, one.chronicle, one.projections, new_salt)
    handle_mail(event, failing, one.projections)


def check(cage: Cage, **written: str) -> None:
    for canary, kind in cage.flown.items():
        for place, text in written.items():
            assert canary.casefold() not in text.casefold(), f"seed {SEED}: {kind} {canary} in the {place}"
    for place, text in written.items():
        assert PASSWORD not in text, place


def test_what_people_give_is_in_no_log_line_metric_trace_or_event(
    own_world: World, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    world, chance = own_world, random.Random(SEED)
    cage = Cage(chance)
    begun: list[str] = []
    acts = [*ACTS, *chance.choices(ACTS, k=MORE)]
    chance.shuffle(acts)
    with listening(monkeypatch) as ears:
        for act in acts:
            act(world, cage, begun)
        bus = published(world, begun, cage)
        consumed(world, bus, cage)
    streams = capfd.readouterr()
    check(cage, log=ears.heard, metrics=streams.err + streams.out, bus=bus.heard)
    there(ears, streams.err, acts)
    kept = "".join(entry.body.decode() for process in begun for entry in world.history(process))
    assert [kind for canary, kind in cage.flown.items() if canary in kept], "the history does hold them"


def there(ears: Ears, metrics: str, acts: list[Act]) -> None:
    """What was searched is what is written: a search of nothing finds nothing."""
    lines = [json.loads(line) for line in ears.api.getvalue().splitlines()]
    assert len([line for line in lines if line["message"] == "request"]) > len(acts)
    (fault, *_) = [line for line in lines if line["message"] == "unexpected"]
    assert fault["failure"] == ["ValueError", "KeyError"]
    assert fault["where"][-1].endswith("broken")
    events = {json.loads(line)["message"] for line in ears.consumers.getvalue().splitlines()}
    assert {"consumer_done", "consumer_failed", "unreadable_entry", "unreadable_message"} <= events
    assert "## process.start" in ears.traces
    assert '"requests"' in metrics


def test_a_canary_that_got_out_would_be_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    cage = Cage(random.Random(SEED))
    name = cage.name()
    with listening(monkeypatch) as ears:
        chalicelib.api.routes.logger.info("request", person=name)
    with pytest.raises(AssertionError, match="in the log"):
        check(cage, log=ears.heard)

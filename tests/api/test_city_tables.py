"""Announcements, accepted files and parameters act on the very next request (ACC-12, ACC-14, ACC-15, ACC-02)."""

import base64
import uuid

from tests.domain.test_picture import chunk, png, value
from tests.world.builders import drafted
from tests.world.scenarios.administration import administrator
from tests.world.world import Ask, World

from .test_administration import act
from .test_documents import path
from .test_processes import get, problem, started

SHA = "0" * 64


def declare(world: World, process: str, name: str, size: int = 10):
    body = {"file_name": name, "media_type": "application/octet-stream", "size": size, "sha256": SHA}
    return world.call(world.ana, "POST", f"/processes/{process}/uploads", body)


def test_announcement_is_read_by_whoever_comes_in_while_it_stands(own_world: World):
    world = own_world
    code = f"aviso-{uuid.uuid4().hex[:8]}"
    ports = world.installed.place.ports(world.tenant)
    today = ports.now().astimezone(ports.zone).date().isoformat()
    values = {"title": "Curso", "text": "Inscrições abertas.", "first_day": today, "last_day": today}
    entries = "/administration/tables/announcements/entries"
    world.done(Ask(administrator(world), "POST", entries, {"code": code, "values": values}))
    assert get(world, "/me").json["announcements"] == [
        {"title": "Curso", "text": "Inscrições abertas.", "important": False}
    ]
    assert act(world, "tables/announcements", code, "/deactivation").status == 200
    assert get(world, "/me").json["announcements"] == []


def test_kind_of_file_that_the_city_does_not_take_is_refused_before_a_byte(own_world: World):
    world = own_world
    process = started(world)
    assert declare(world, process, "filme.mp4").status == 201
    assert act(world, "tables/file-types", "mp4", "/deactivation").status == 200
    assert act(world, "tables/file-types", "pdf", "", {"values": {"megabytes": 1}}).status == 200
    refused = declare(world, process, "filme.mp4")
    problem(refused, 400, "invalid_request")
    assert refused.json["errors"][0]["code"] == "extension_not_allowed"
    assert declare(world, process, "grande.pdf", 1024 * 1024 + 1).json["errors"][0]["code"] == "too_large"
    offered = {one["extension"]: one["size"] for one in get(world, "/catalogues/file-types").json["items"]}
    assert "mp4" not in offered
    assert offered["pdf"] == 1024 * 1024


def test_profile_that_comes_to_require_the_second_factor_stops_who_has_none_at_once(own_world: World):
    world = own_world
    city = world.installed.place.ports(world.tenant).tenant
    assert get(world, "/inbox").status == 200
    changed = act(world, "tables/tenant", city, "", {"values": {"second_factor_profiles": ["basic", "protocol"]}})
    assert changed.status == 200, changed.text
    problem(get(world, "/inbox"), 403, "second_factor_required")
    pale = act(world, "tables/tenant", city, "", {"values": {"primary_color": "#ffff00"}})
    assert pale.json["errors"][0]["code"] == "too_little_contrast"


def test_coat_of_arms_is_given_cleaned_shown_at_the_door_and_printed_in_the_agency_s_letters(own_world: World):
    """ACC-05: the city's on every screen, the agency's own on what it signs."""
    world = own_world
    city = world.installed.place.ports(world.tenant).tenant
    given = value(png(32, chunk(b"tEXt", b"Author\0Fulano")))
    assert act(world, "tables/tenant", city, "", {"values": {"coat_of_arms": given}}).status == 200
    assert get(world, "/me").json["tenant"]["coat_of_arms"] == value(png(32))
    strange = act(world, "tables/tenant", city, "", {"values": {"coat_of_arms": "data:image/svg+xml;base64,PHN2Zz4="}})
    assert [(one["field"], one["code"]) for one in strange.json["errors"]] == [("values.coat_of_arms", "not_a_png")]
    assert act(world, "organisation/agencies", "pmu", "", {"values": {"coat_of_arms": value(png(40))}}).status == 200
    page = get(world, path(drafted(world))).json["html"]
    assert base64.b64encode(png(40)).decode() in page
    assert base64.b64encode(png(32)).decode() not in page

"""Issue 5 §5: the page of what is kept tells the rules in force, and the rows are written with their expiry."""

from datetime import timedelta

from chalicelib.adapters.dynamodb import keys
from chalicelib.domain.retention import RULES, Kept, period
from chalicelib.domain.retention import told as told_in_words
from tests.world.builders import drafted, started
from tests.world.certifying import beginning
from tests.world.jobs import ordering, worked
from tests.world.links import carried
from tests.world.world import NOBODY, Ask, World


def test_everybody_who_works_here_reads_the_rules_in_force(world: World):
    """LGPD, art. 9º, II: the data protection officer has no power over the register, and reads them."""
    officer = world.hire("encarregada.guarda", "semad-prot", "data_protection")
    items = world.done(Ask(officer, "GET", "/retention"))["items"]
    told = {item["code"]: item for item in items}
    assert list(told) == [rule.kept.value for rule in RULES]
    assert (told["logins"]["period"], told["logins"]["since"]) == ("184 dias", "da entrada")
    assert (told["record"]["period"], told["record"]["since"]) == ("Sem prazo", "")
    settings = world.installed.place.settings
    assert told["readings"]["period"] == told_in_words(timedelta(days=settings.audit_days))
    assert told["logs"]["period"] == told_in_words(timedelta(days=settings.log_days))
    assert world.done(Ask(world.ana, "GET", "/retention"))["items"] == items
    assert world.call(NOBODY, "GET", "/retention").status == 401


def test_job_that_is_over_expires_with_its_items_and_one_that_is_open_does_not(world: World):
    job = world.done(ordering(world.ana, "conclude", [started(world)]))["job"]
    place = f"T#{world.tenant}#JOB#ana.lima#{job}"
    row, batch = world.store.partition(place)
    assert "expires_at" not in row
    begun = world.clock()
    worked(world, world.ana, job)
    over, done = world.store.partition(place)
    assert abs(int(over["expires_at"]) - (begun + period(Kept.JOBS)).timestamp()) < 600
    assert done["expires_at"] == batch["expires_at"] > over["expires_at"]


def test_signature_begun_and_link_ordered_expire(world: World):
    place = drafted(world)
    world.done(beginning(world, place))
    rows = world.store.partition(f"T#{world.tenant}#P#{place[0]}")
    (prepared,) = [row for row in rows if "expires_at" in row]
    assert abs(int(prepared["expires_at"]) - (world.clock() + period(Kept.PREPARATIONS)).timestamp()) < 600
    world.done(Ask(NOBODY, "POST", "/password-links", {"login": "carlos.moura"}))
    carried(world, "carlos.moura")
    link, _ = world.store.partition(keys.password_link_of(world.tenant, "carlos.moura")[0])
    assert abs(int(link["expires_at"]) - (world.clock() + period(Kept.LINK_LETTERS)).timestamp()) < 600

"""Routes that are about nothing in particular: what a good request to each looks like."""

from tests.world.builders import process_form
from tests.world.installed import PASSWORD
from tests.world.scenarios.authoring import text_form

GENERAL: dict[tuple[str, str], tuple[str, object]] = {
    ("POST", "/sessions"): ("/sessions", {"login": "ana.lima", "password": PASSWORD}),
    ("DELETE", "/sessions/current"): ("/sessions/current", None),
    ("GET", "/me"): ("/me", None),
    ("PUT", "/me/unit"): ("/me/unit", {"unit": "semad-rh"}),
    ("GET", "/me/accesses"): ("/me/accesses", None),
    ("GET", "/inbox"): ("/inbox", None),
    ("GET", "/arrangement"): ("/arrangement", None),
    ("POST", "/labels"): ("/labels", {"name": "Urgente", "colour": "red"}),
    ("PATCH", "/labels/{label}"): ("/labels/none-such", {"name": "Urgente"}),
    ("DELETE", "/labels/{label}"): ("/labels/none-such", None),
    ("PUT", "/board"): ("/board", {"by": "labels", "columns": []}),
    ("GET", "/units/{unit}/checkpoints"): ("/units/semad-rh/checkpoints", None),
    ("PUT", "/units/{unit}/checkpoints"): ("/units/semad-rh/checkpoints", {"checkpoints": []}),
    ("POST", "/processes"): ("/processes", process_form()),
    ("GET", "/blocks"): ("/blocks?kind=signing", None),
    ("POST", "/blocks"): ("/blocks", {"kind": "internal", "description": "Férias"}),
    ("GET", "/signing-queue"): ("/signing-queue", None),
    ("GET", "/standard-texts"): ("/standard-texts", None),
    ("POST", "/standard-texts"): ("/standard-texts", text_form()),
    ("GET", "/standard-texts/{text}"): ("/standard-texts/none", None),
    ("PUT", "/standard-texts/{text}"): ("/standard-texts/none", text_form()),
    ("GET", "/favourites"): ("/favourites", None),
    ("PUT", "/favourites"): ("/favourites", {"process": "none"}),
    ("DELETE", "/favourites/{favourite}"): ("/favourites/none", None),
    ("GET", "/find"): ("/find?number=99999999", None),
    ("GET", "/contacts"): ("/contacts?query=a", None),
    ("POST", "/contacts"): ("/contacts", {"name": "Iracema dos Anjos", "kind": "person"}),
    ("GET", "/units"): ("/units", None),
    ("GET", "/units/{unit}/users"): ("/units/semad-rh/users", None),
    ("GET", "/catalogues/{name}"): ("/catalogues/subjects", None),
    ("GET", "/public/authenticity"): ("/public/authenticity?verifier=1&crc=00000000", None),
    ("GET", "/public/keys"): ("/public/keys", None),
    ("GET", "/public/tenant"): ("/public/tenant", None),
    ("GET", "/health"): ("/health", None),
    ("GET", "/openapi.json"): ("/openapi.json", None),
}

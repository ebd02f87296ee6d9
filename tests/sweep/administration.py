"""Routes of the administration: what a good request to each looks like (ACC-05 to ACC-16)."""

USER = "/administration/users/{user}"
TABLE, UNITS = "/administration/tables/{table}/entries", "/administration/organisation/{table}/entries"
PROFILES = "/administration/profiles/entries"
ENTRY, UNIT = f"{TABLE}/{{code}}", f"{UNITS}/{{code}}"
WHY = {"reason": "Afastamento"}
ROLLOUT = "/administration/rollout"

IMPORTS, SHEET = "/administration/imports", {"file": "Tm9tZTtFLW1haWwKYTtiCg=="}

ADMINISTRATION: dict[tuple[str, str], tuple[str, object]] = {
    ("GET", "/administration/users"): ("/administration/users?query=ana", None),
    ("POST", "/administration/users"): (
        "/administration/users",
        {"login": "sweep.novo", "name": "Novo", "agency": "pmu"},
    ),
    ("GET", USER): ("/administration/users/ana.lima", None),
    ("PUT", USER): ("/administration/users/none", {"name": "Novo", "agency": "pmu"}),
    ("POST", f"{USER}/blocking"): ("/administration/users/none/blocking", WHY),
    ("POST", f"{USER}/unblocking"): ("/administration/users/none/unblocking", WHY),
    ("POST", f"{USER}/password-link"): ("/administration/users/none/password-link", None),
    ("PUT", f"{USER}/grants"): ("/administration/users/none/grants", {"grants": []}),
    ("GET", "/administration/tables"): ("/administration/tables", None),
    ("GET", ROLLOUT): (ROLLOUT, None),
    ("POST", f"{ROLLOUT}/items/{{item}}/tick"): (f"{ROLLOUT}/items/none/tick", {"day": "2026-11-02"}),
    ("POST", f"{ROLLOUT}/items/{{item}}/waiver"): (f"{ROLLOUT}/items/none/waiver", WHY),
    ("POST", f"{ROLLOUT}/items/{{item}}/undoing"): (f"{ROLLOUT}/items/none/undoing", WHY),
    ("POST", f"{ROLLOUT}/live"): (f"{ROLLOUT}/live", {"norm": "Decreto nº 1"}),
    ("POST", f"{ROLLOUT}/return"): (f"{ROLLOUT}/return", WHY),
    ("GET", TABLE): ("/administration/tables/units/entries", None),
    ("POST", TABLE): ("/administration/tables/priorities/entries", {"code": "x", "values": {}}),
    ("PUT", ENTRY): ("/administration/tables/priorities/entries/none", {"values": {}}),
    ("POST", f"{ENTRY}/deactivation"): ("/administration/tables/priorities/entries/none/deactivation", None),
    ("POST", f"{ENTRY}/reactivation"): ("/administration/tables/priorities/entries/none/reactivation", None),
    ("POST", UNITS): ("/administration/organisation/units/entries", {"code": "x", "values": {}}),
    ("PUT", UNIT): ("/administration/organisation/units/entries/none", {"values": {}}),
    ("POST", f"{UNIT}/deactivation"): ("/administration/organisation/units/entries/none/deactivation", None),
    ("POST", f"{UNIT}/reactivation"): ("/administration/organisation/units/entries/none/reactivation", None),
    ("POST", PROFILES): (PROFILES, {"code": "x", "values": {}}),
    ("PUT", f"{PROFILES}/{{code}}"): (f"{PROFILES}/none", {"values": {}}),
    ("POST", f"{PROFILES}/{{code}}/deactivation"): (f"{PROFILES}/none/deactivation", None),
    ("POST", f"{PROFILES}/{{code}}/reactivation"): (f"{PROFILES}/none/reactivation", None),
    ("POST", f"{IMPORTS}/users"): (f"{IMPORTS}/users", SHEET),
    ("POST", f"{IMPORTS}/users/check"): (f"{IMPORTS}/users/check", SHEET),
    ("POST", f"{IMPORTS}/organisation/{{table}}"): (f"{IMPORTS}/organisation/units", SHEET),
    ("POST", f"{IMPORTS}/organisation/{{table}}/check"): (f"{IMPORTS}/organisation/units/check", SHEET),
    ("POST", f"{IMPORTS}/tables/{{table}}"): (f"{IMPORTS}/tables/subjects", SHEET),
    ("POST", f"{IMPORTS}/tables/{{table}}/check"): (f"{IMPORTS}/tables/subjects/check", SHEET),
    ("GET", "/administration/exports/{table}"): ("/administration/exports/priorities", None),
    ("POST", "/administration/unit-grants/check"): (
        "/administration/unit-grants/check",
        {"source": "semad-rh", "target": "none"},
    ),
    ("POST", "/administration/unit-grants"): (
        "/administration/unit-grants",
        {"source": "semad-rh", "target": "none"},
    ),
    ("GET", "/administration/changes"): ("/administration/changes", None),
    ("GET", "/administration/powers"): ("/administration/powers", None),
}

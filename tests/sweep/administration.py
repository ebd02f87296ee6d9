"""Routes of the administration: what a good request to each looks like (ACC-05 to ACC-16)."""

USER = "/administration/users/{user}"
WHY = {"reason": "Afastamento"}

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
    ("PUT", f"{USER}/grants"): ("/administration/users/none/grants", {"grants": []}),
    ("GET", "/administration/changes"): ("/administration/changes", None),
    ("GET", "/administration/powers"): ("/administration/powers", None),
}

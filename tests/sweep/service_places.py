"""Routes of the systems that act by the API: what a good request to each looks like (ACC-09, INT-01)."""

ONE = "/administration/services/{service}"
WHY = {"reason": "Contrato encerrado"}
FORM = {
    "name": "Varredura",
    "contact": "Ninguém",
    "purpose": "Varrer",
    "operations": ["inbox.read"],
    "units": ["semad-prot"],
}

SERVICE_PLACES: dict[tuple[str, str], tuple[str, object]] = {
    ("GET", "/administration/services"): ("/administration/services", None),
    ("POST", "/administration/services"): ("/administration/services", {"code": "varredura", **FORM}),
    ("GET", ONE): ("/administration/services/none", None),
    ("PUT", ONE): ("/administration/services/none", FORM),
    ("POST", f"{ONE}/deactivation"): ("/administration/services/none/deactivation", WHY),
    ("POST", f"{ONE}/reactivation"): ("/administration/services/none/reactivation", WHY),
    ("POST", f"{ONE}/keys"): (
        "/administration/services/none/keys",
        {"expires_on": "2026-12-31", "seed": "s" * 43},
    ),
    ("DELETE", f"{ONE}/keys/{{key}}"): ("/administration/services/none/keys/none", None),
}

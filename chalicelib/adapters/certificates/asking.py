"""How authorities are asked over HTTP: at their own address and at no other that an answer names."""

import urllib.request


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The city or a certificate names the address; nobody else sends us elsewhere."""

    def redirect_request(self, *_: object) -> None:
        return None


STRAIGHT = urllib.request.build_opener(_NoRedirect)

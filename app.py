"""Assembles the doors; no route and no rule lives here."""

import gc

import pynamodb.models  # noqa: F401 - what every request needs is loaded while the container gets ready
from chalice import Chalice

from chalicelib.api.doors import open_doors
from chalicelib.settings import being_packaged

app = Chalice(app_name="iperoig", configure_logs=False)

open_doors(app)

if being_packaged():
    # Deployed, each of them is found in its own module: a request's cold start does not wait for their imports.
    from chalicelib.events.functions import functions

    app.register_blueprint(functions)

# What was imported stays: no collection needs to look at it again.
gc.freeze()

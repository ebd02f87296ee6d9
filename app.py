"""Assembles the doors; no route and no rule lives here."""

import gc

from chalice import Chalice

from chalicelib.api import every_area
from chalicelib.settings import being_packaged

app = Chalice(app_name="iperoig", configure_logs=False)

for area in every_area():
    app.register_blueprint(area.blueprint)

if being_packaged():
    # Deployed, each of them is found in its own module: a request's cold start does not wait for their imports.
    from chalicelib.events.functions import functions

    app.register_blueprint(functions)

# What was imported stays: no collection needs to look at it again.
gc.freeze()

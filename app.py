"""Assembles the doors; no route and no rule lives here."""

from chalice import Chalice

from chalicelib.api import every_area
from chalicelib.events.functions import functions

app = Chalice(app_name="iperoig", configure_logs=False)
app.register_blueprint(functions)

for area in every_area():
    app.register_blueprint(area.blueprint)

"""Iperoig: administrative processes and their documents."""

import gc

# Importing makes tens of thousands of objects that live as long as the container. Looking through them for garbage
# took a fifth of a cold start; a request makes too few to need it more often than this.
gc.set_threshold(50_000, 20, 100)

"""Checks an exported process without the network and without the application: Python's standard library, and
``cryptography`` for the seals of signatures."""

"""Scenarios of documents."""

"""Scenarios of contacts."""

"""Scenarios of routing."""

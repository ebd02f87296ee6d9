"""Scenarios of session."""

"""Scenarios of uploads."""

"""Bringing a city on board: the acceptance checklist, and going live (issue 5 §7)."""

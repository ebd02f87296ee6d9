"""Copies of a process: one PDF, or one ZIP, put together on temporary storage."""

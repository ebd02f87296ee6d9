"""What operators do to the tenants of an installation."""

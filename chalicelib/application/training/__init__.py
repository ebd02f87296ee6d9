"""Training environments are filled with what their kits hold."""

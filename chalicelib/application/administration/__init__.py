"""What the administration keeps: users and their permissions, units, agencies, catalogues and parameters."""

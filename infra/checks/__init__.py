"""checkov over the templates and semgrep, with this project's own rules, over the source (goal I2)."""

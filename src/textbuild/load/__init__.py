"""Files to the model: YAML with places, Markdown to modules, faults as diagnostics."""

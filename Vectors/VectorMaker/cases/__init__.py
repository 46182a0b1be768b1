"""The cases, one module or two for each layer."""

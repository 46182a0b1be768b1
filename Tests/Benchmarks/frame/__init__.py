"""How it is measured, and how it is written down."""

"""Data at scale, and what each page costs: see docs/performance.md."""

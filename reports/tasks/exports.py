"""Lists as files are written in the background: what does it is registered here, where workers and pages read it."""

from reports.exporting import work

__all__ = ["work"]

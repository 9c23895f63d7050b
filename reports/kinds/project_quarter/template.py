"""The quarterly report of a project as a paper: the figures, then what both leaders wrote."""

from papers.blocks import Block
from reports.drawing import group_blocks
from reports.storing import Stored


def blocks(stored: Stored) -> list[Block]:
    """The figures; the paper of the record itself follows them."""
    return group_blocks(stored.groups)

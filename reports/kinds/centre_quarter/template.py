"""The quarter of a centre as a paper."""

from papers.blocks import Block
from reports.drawing import group_blocks
from reports.storing import Stored


def blocks(stored: Stored) -> list[Block]:
    """Every part of the work, one below the other."""
    return group_blocks(stored.groups)
